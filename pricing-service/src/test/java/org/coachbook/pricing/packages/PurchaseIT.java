package org.coachbook.pricing.packages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.pricing.DiscountsRedeemed;
import org.coachbook.pricing.BoughtPackage;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.pricing.redemption.Use;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class PurchaseIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    ClientPackages packages;

    @Inject
    ClientPackageRepository repository;

    @Inject
    OwnedPackageRepository owned;

    private final Coach coach = Coach.open();
    private final String client = "bob-" + UUID.randomUUID();

    @Test
    void a_purchase_asks_for_its_money_once_however_often_it_is_sent() throws Exception {
        String offer = offer(3);
        String key = UUID.randomUUID().toString();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                KafkaProbe commands = KafkaProbe.of(ServiceStack.bootstrapServers(), "payment.commands")) {
            List<Callable<String>> repeats = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(_ -> () -> BoughtPackage.order(offer, client, key)
                            .statusCode(201)
                            .body("paymentIntentClientSecret", equalTo("pi_secret"))
                            .body("purchase.status", equalTo("awaiting_payment"))
                            .body("purchase.price.final", equalTo(45000))
                            .extract()
                            .path("purchase.id"))
                    .toList();
            String id = executor.invokeAll(repeats).getFirst().get();
            ReceivedMessage command = commands.await("payment.authorize.v1", id, LIMIT);
            assertThat(command.key()).isEqualTo(id);
            assertThat(command.payload())
                    .contains("\"purpose\":\"package\"", "\"amount\":45000", "\"platformFee\":6750")
                    .contains("\"captureAtOnce\":true", client, coach.id());
        }
        assertThat(repository.of(client, null, 10)).hasSize(1);
    }

    @Test
    void a_key_is_for_one_package_and_has_to_be_sent() {
        String key = UUID.randomUUID().toString();
        BoughtPackage.order(offer(3), client, key).statusCode(201);
        BoughtPackage.order(offer(5), client, key)
                .statusCode(422)
                .body("type", equalTo("https://coachbook.org/problems/idempotency-key-reused"));
        BoughtPackage.order(offer(3), client, " ").statusCode(400);
        BoughtPackage.order(offer(3), coach.id(), key)
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/own-package"));
    }

    @Test
    void only_the_offer_that_was_looked_at_is_sold() {
        String offer = offer(3);
        given().auth()
                .oauth2(TestTokens.shared().user(client, "client"))
                .header("Idempotency-Key", "k")
                .header("If-Match", "\"7\"")
                .contentType(ContentType.JSON)
                .post("/api/packages/" + offer + "/purchase")
                .then()
                .statusCode(412);
        assertThat(repository.of(client, null, 10)).isEmpty();
    }

    @Test
    void a_repeat_finds_its_purchase_whatever_became_of_the_offer() {
        String offer = offer(3);
        String key = UUID.randomUUID().toString();
        String id = BoughtPackage.order(offer, client, key).extract().path("purchase.id");
        given().auth()
                .oauth2(coach.token())
                .delete("/api/packages/" + offer)
                .then()
                .statusCode(204);
        BoughtPackage.order(offer, client, key).statusCode(201).body("purchase.id", equalTo(id));
        BoughtPackage.order(offer, client, "another").statusCode(404);
    }

    @Test
    void another_price_than_was_shown_is_refused() {
        String offer = offer(3);
        given().auth()
                .oauth2(TestTokens.shared().user(client, "client"))
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .body(Map.of("expectedFinal", 44_000))
                .post("/api/packages/" + offer + "/purchase")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/price-changed"))
                .body("cost.final", equalTo(45000));
        assertThat(repository.of(client, null, 10)).isEmpty();
    }

    @Test
    void nobody_orders_without_end_and_the_coach_sees_what_was_paid() {
        String offer = offer(3);
        for (int n = 0; n < 5; n++) {
            BoughtPackage.order(offer, client, "k" + n).statusCode(201);
        }
        BoughtPackage.order(offer, client, "k5")
                .statusCode(429)
                .body("type", equalTo("https://coachbook.org/problems/too-many-purchases"));
        assertThat(repository.of(coach.id(), null, 10)).isEmpty();
        packages.paid(repository.of(client, null, 1).getFirst().id(), Instant.now());
        assertThat(repository.of(coach.id(), null, 10)).hasSize(1);
        BoughtPackage.order(offer, client, "k5").statusCode(201);
    }

    @Test
    void a_package_that_was_paid_is_announced_once_however_often_that_is_told() {
        try (KafkaProbe purchases = KafkaProbe.of(ServiceStack.bootstrapServers(), "package.purchases")) {
            BoughtPackage bought =
                    BoughtPackage.ordered(coach, offer(3), client).pay();
            for (int again = 0; again < 3; again++) {
                packages.paid(bought.id(), Instant.now());
            }
            ReceivedMessage announced = purchases.await("pricing.package-bought.v1", bought.id(), LIMIT);
            assertThat(announced.payload())
                    .contains(bought.id(), coach.id(), client, "\"amount\":45000", "\"currency\":\"CHF\"");
            assertThat(purchases.allWithin(Duration.ofSeconds(1)).stream()
                            .filter(message -> message.subject().equals(bought.id())))
                    .hasSize(1);
        }
    }

    @Test
    void an_end_that_comes_after_the_money_takes_nothing_away() {
        BoughtPackage bought = BoughtPackage.ordered(coach, offer(3), client).pay();
        packages.cancelled(bought.id(), Cancellation.of(null, Instant.now()));
        bought.seen().body("status", equalTo("active")).body("cancelled", nullValue());
        assertThatThrownBy(() -> packages.paid("nobodys", Instant.now())).isInstanceOf(PoisonMessage.class);
    }

    @Test
    void a_price_from_the_client_is_refused() {
        given().auth()
                .oauth2(TestTokens.shared().user(client, "client"))
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .body("{\"price\": 1}")
                .post("/api/packages/" + offer(3) + "/purchase")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("price"));
        assertThat(repository.of(client, null, 10)).isEmpty();
    }

    @Test
    void credits_are_granted_once_when_the_money_is_taken_and_an_invoice_is_issued() {
        BoughtPackage bought = BoughtPackage.ordered(coach, offer(3), client).pay();
        Object expires = bought.seen().extract().path("expiresAt");
        for (int again = 0; again < 3; again++) {
            bought.send("payment.completed.v1", 1, bought.completed());
        }
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> !invoices().getList("items").isEmpty());
        assertThat(invoices().getList("items.final")).containsExactly(45000);
        assertThat(invoices().getList("items.bookingId")).containsExactly(bought.id());
        bought.seen().body("left", equalTo(3)).body("expiresAt", equalTo(expires));
        bought.seenBy(coach.token()).body("clientId", equalTo(client));
        bought.seenBy(TestTokens.shared().user("stranger", "client", "coach", "admin"))
                .statusCode(404);
    }

    @Test
    void a_credit_pays_for_a_session_and_the_quote_says_so() {
        BoughtPackage.ordered(coach, offer(3), client).pay();
        quote(client, Map.of("usePackage", true))
                .statusCode(200)
                .body("price.base", equalTo(12000))
                .body("price.final", equalTo(0))
                .body("price.discounts", hasSize(1))
                .body("price.discounts[0].type", equalTo("package"))
                .body("price.discounts[0].amount", equalTo(12000))
                .body("price.discounts[0].description", equalTo("One session of the package “Ten hours”"));
        quote(client, Map.of("usePackage", false)).statusCode(200).body("price.final", equalTo(12000));
        quote(client, Map.of("usePackage", true, "durationMinutes", 75))
                .statusCode(422)
                .body("type", equalTo("https://coachbook.org/problems/package-not-usable"))
                .body("reason", equalTo("other_session_types"));
        quote(client, Map.of("usePackage", true, "promotionCode", "SPRING"))
                .statusCode(400)
                .body("errors[0].field", equalTo("usePackage"));
        quote(client, Map.of("usePackage", true, "occurrences", 2)).statusCode(400);
        quote("cleo", Map.of("usePackage", true)).statusCode(422).body("reason", equalTo("unknown"));
    }

    @Test
    void what_is_not_paid_pays_for_nothing() {
        BoughtPackage.ordered(coach, offer(3), client);
        quote(client, Map.of("usePackage", true))
                .statusCode(422)
                .body("reason", equalTo("not_paid"))
                .body("detail", equalTo("Your package is not paid yet; book without it."));
    }

    @Test
    void a_package_pays_for_nobody_who_is_not_signed_in() {
        coach.setRate(12_000);
        Map<String, Object> asked = new HashMap<>(coach.asking("2027-03-08T08:00:00Z"));
        asked.put("usePackage", true);
        given().contentType(ContentType.JSON)
                .body(asked)
                .post("/api/quotes")
                .then()
                .statusCode(401);
    }

    @Test
    void a_coach_who_cannot_be_paid_sells_nothing() {
        String offer = offer(3);
        String key = UUID.randomUUID().toString();
        String id = BoughtPackage.order(offer, client, key).extract().path("purchase.id");
        new BoughtPackage(id, coach, client)
                .cancel("coach_not_payable")
                .seen()
                .body("cancelled.reason", equalTo("coach_not_payable"))
                .body("left", equalTo(0));
        BoughtPackage.order(offer, client, key)
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/coach-not-payable"));
    }

    @Test
    void what_is_not_paid_in_time_is_given_up_once_and_a_late_payment_counts() {
        BoughtPackage bought = BoughtPackage.ordered(coach, offer(3), client);
        ClientPackage known = repository.find(bought.id()).orElseThrow();
        Instant late = known.purchase().payBy().plus(1, ChronoUnit.SECONDS);
        assertThat(repository.overdue(late, 1_000))
                .extracting(ClientPackage::id)
                .contains(bought.id());
        try (KafkaProbe commands = KafkaProbe.of(ServiceStack.bootstrapServers(), "payment.commands")) {
            for (int again = 0; again < 3; again++) {
                packages.giveUp(known, late);
            }
            ReceivedMessage command = commands.await("payment.cancel.v1", bought.id(), LIMIT);
            assertThat(command.payload()).contains("\"onlyIfUnpaid\":true");
        }
        assertThat(repository.overdue(late, 1_000))
                .extracting(ClientPackage::id)
                .doesNotContain(bought.id());
        assertThat(repository.find(bought.id()).orElseThrow().sequence()).isEqualTo(2);
        bought.cancel(null).seen().body("cancelled.reason", equalTo("not_paid_in_time"));
        bought.pay().seen().body("left", equalTo(3)).body("cancelled", nullValue());
    }

    @Test
    void a_package_that_was_bought_before_many_others_still_pays() {
        BoughtPackage first = BoughtPackage.ordered(coach, offer(3), client).pay();
        ClientPackage template = repository.find(first.id()).orElseThrow();
        for (int n = 0; n < 50; n++) {
            String id = "later-" + n + "-" + first.id();
            BoughtPackage later = new BoughtPackage(id, coach, client);
            repository.insert(id, withoutCredits(template.purchase(), id), reply(later, id, 1));
            packages.paid(id, Instant.now().plusSeconds(n));
        }
        quote(client, Map.of("usePackage", true)).statusCode(200).body("price.final", equalTo(0));
    }

    @Test
    void a_credit_that_the_coach_gives_back_after_the_end_can_be_used() {
        BoughtPackage bought = BoughtPackage.ordered(coach, offer(1), client).pay();
        Instant end = Objects.requireNonNull(
                repository.find(bought.id()).orElseThrow().expiresAt(Instant.EPOCH));
        assertThat(use(bought, "b1", end.minusSeconds(1))).isTrue();
        assertThat(giveBack(bought, "b1", end.plusSeconds(1), false)).isTrue();
        assertThat(owned.usable(client, coach.id(), end.plusSeconds(2)))
                .extracting(ClientPackage::id)
                .containsExactly(bought.id());
        assertThat(use(bought, "b2", end.plusSeconds(2))).isTrue();
        assertThat(owned.usable(client, coach.id(), end.plusSeconds(3))).isEmpty();
        assertThat(repository.find(bought.id()).orElseThrow().late()).isEmpty();
    }

    @Test
    void who_books_and_cancels_again_and_again_prolongs_nothing_and_the_coach_gives_new_time() {
        BoughtPackage bought = BoughtPackage.ordered(coach, offer(1), client).pay();
        Instant end = Objects.requireNonNull(
                repository.find(bought.id()).orElseThrow().expiresAt(Instant.EPOCH));
        Instant until = end.plus(Duration.ofDays(30));
        Instant at = end.minusSeconds(1);
        assertThat(use(bought, "b0", at)).isTrue();
        assertThat(giveBack(bought, "b0", end, true)).isTrue();
        for (int n = 1; n < 4; n++) {
            at = end.plus(Duration.ofDays(9L * n));
            assertThat(use(bought, "b" + n, at)).isTrue();
            assertThat(giveBack(bought, "b" + n, at.plusSeconds(1), true)).isTrue();
            assertThat(repository.find(bought.id()).orElseThrow().expiresAt(at)).isEqualTo(until);
        }
        assertThat(owned.usable(client, coach.id(), until.minusMillis(1))).hasSize(1);
        assertThat(owned.usable(client, coach.id(), until)).isEmpty();
        assertThat(use(bought, "last", until.minusMillis(1))).isTrue();
        Instant later = until.plus(Duration.ofDays(100));
        assertThat(giveBack(bought, "last", later, false)).isTrue();
        assertThat(repository.find(bought.id()).orElseThrow().expiresAt(later))
                .isEqualTo(later.plus(Duration.ofDays(30)));
    }

    @Test
    void a_package_whose_money_has_gone_back_pays_for_nothing_more() {
        BoughtPackage bought = BoughtPackage.ordered(coach, offer(3), client).pay();
        quote(client, Map.of("usePackage", true)).statusCode(200);
        for (int again = 0; again < 3; again++) {
            packages.refunded(bought.id(), "half", 25_000, Instant.now());
        }
        quote(client, Map.of("usePackage", true)).statusCode(200);
        bought.send("payment.refunded.v1", 3, bought.refunded(20_000));
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> bought.seen().body("status", equalTo("refunded")));
        quote(client, Map.of("usePackage", true)).statusCode(422).body("reason", equalTo("refunded"));
        packages.refunded(bought.id(), "failed", -20_000, Instant.now());
        quote(client, Map.of("usePackage", true)).statusCode(200);
    }

    @Test
    void a_package_whose_money_the_bank_took_back_pays_for_nothing_more_and_one_whose_dispute_is_won_does() {
        BoughtPackage bought = BoughtPackage.ordered(coach, offer(3), client).pay();
        bought.send("payment.dispute-closed.v1", 3, bought.disputed(45_000, false));
        bought.send("payment.dispute-closed.v1", 4, bought.disputed(44_999, true));
        Awaitility.await()
                .atMost(LIMIT)
                .until(() ->
                        !repository.find(bought.id()).orElseThrow().refunds().isEmpty());
        quote(client, Map.of("usePackage", true)).statusCode(200);
        bought.send("payment.dispute-closed.v1", 5, bought.disputed(1, true));
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> bought.seen().body("status", equalTo("refunded")));
        quote(client, Map.of("usePackage", true)).statusCode(422).body("reason", equalTo("refunded"));
    }

    private static Purchase withoutCredits(Purchase like, String key) {
        PackageTerms terms = like.terms();
        PackageTerms none = new PackageTerms(
                terms.name(), 0, terms.maxMinutes(), List.of(), terms.price(), terms.currency(), 365, true);
        return new Purchase(
                key,
                like.offerId(),
                like.coachId(),
                like.clientId(),
                none,
                like.price(),
                like.rateCardVersion(),
                like.platformFee(),
                like.at(),
                like.payBy());
    }

    private boolean use(BoughtPackage bought, String booking, Instant at) {
        ClientPackage known = repository.find(bought.id()).orElseThrow();
        return repository.use(known, new Use(booking, client, at), sequence -> reply(bought, booking, sequence));
    }

    private boolean giveBack(BoughtPackage bought, String booking, Instant at, boolean byClient) {
        ClientPackage known = repository.find(bought.id()).orElseThrow();
        return repository.giveBack(
                known, new Use(booking, "", at), byClient, sequence -> reply(bought, booking, sequence));
    }

    private static OutboxMessage reply(BoughtPackage bought, String booking, long sequence) {
        DiscountsRedeemed reply = new DiscountsRedeemed(booking, booking, bought.id());
        return OutboxMessage.of(reply, bought.id() + ":" + sequence, booking, booking, sequence);
    }

    private String offer(int credits) {
        coach.setRate(12_000);
        return BoughtPackage.offer(coach, BoughtPackage.terms(credits));
    }

    private ValidatableResponse quote(String clientId, Map<String, ?> more) {
        Map<String, Object> asked = new HashMap<>(coach.asking("2027-03-08T08:00:00Z"));
        asked.putAll(more);
        return given().auth()
                .oauth2(TestTokens.shared().user(clientId, "client"))
                .contentType(ContentType.JSON)
                .body(asked)
                .post("/api/quotes")
                .then();
    }

    private io.restassured.path.json.JsonPath invoices() {
        return given().auth()
                .oauth2(TestTokens.shared().user(client, "client"))
                .get("/api/invoices")
                .jsonPath();
    }
}
