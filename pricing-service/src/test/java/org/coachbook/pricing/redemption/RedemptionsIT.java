package org.coachbook.pricing.redemption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.RedeemDiscounts;
import org.coachbook.contracts.pricing.ReturnDiscounts;
import org.coachbook.pricing.BoughtPackage;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.pricing.TestClock;
import org.coachbook.pricing.packages.ClientPackage;
import org.coachbook.pricing.packages.LateReturn;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.MutableClock;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class RedemptionsIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    @All
    List<Redeemables<?>> kinds;

    @Inject
    Redemptions redemptions;

    @Inject
    MutableClock clock;

    private final String coach = "ada-" + UUID.randomUUID();
    private final String unique = UUID.randomUUID().toString();

    @AfterEach
    void resetTheClock() {
        clock.set(TestClock.START);
    }

    @Test
    void of_two_hundred_who_want_the_last_use_one_gets_it() throws Exception {
        String promotion = promotion(1, null);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> rush = IntStream.range(0, 200)
                    .<Callable<Object>>mapToObj(
                            i -> () -> redemptions.redeem(redeem(promotion, "r" + i, "client-" + i), "c" + i))
                    .toList();
            for (var done : executor.invokeAll(rush)) {
                assertThat(done.get()).isNotNull();
            }
        }
        assertThat(uses(promotion)).hasSize(1);
        try (KafkaProbe replies = replies()) {
            replies.await(
                    "pricing.replied.discounts-redeemed.v1",
                    uses(promotion).getFirst().id(),
                    LIMIT);
        }
    }

    @Test
    void a_use_is_counted_once_however_often_its_command_comes_and_answered_alike() {
        String promotion = promotion(5, null);
        RedeemDiscounts command = redeem(promotion, "r1", "bob");
        assertThat(redemptions.redeem(command, "c1")).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(redemptions.redeem(command, "c1").orElseThrow().type())
                    .isEqualTo("pricing.replied.discounts-redeemed.v1");
        }
        assertThat(uses(promotion)).hasSize(1);
        try (KafkaProbe replies = replies()) {
            ReceivedMessage reply = replies.await("pricing.replied.discounts-redeemed.v1", id("r1"), LIMIT);
            assertThat(reply.key()).isEqualTo("booking-" + id("r1"));
        }
    }

    @Test
    void a_return_that_overtakes_its_redemption_keeps_it_from_ever_happening() {
        String promotion = promotion(5, null);
        assertThat(redemptions.giveBack(giveBack(promotion, "r1"), "c2")).isEmpty();
        assertThat(redemptions
                        .redeem(redeem(promotion, "r1", "bob"), "c1")
                        .orElseThrow()
                        .payload())
                .contains("returned");
        assertThat(uses(promotion)).isEmpty();
        assertThat(redemptions
                        .giveBack(giveBack(promotion, "r1"), "c2")
                        .orElseThrow()
                        .type())
                .isEqualTo("pricing.replied.discounts-returned.v1");
    }

    @Test
    void what_is_given_back_can_be_used_by_the_next() {
        String promotion = promotion(1, null);
        redemptions.redeem(redeem(promotion, "r1", "bob"), "c1");
        assertThat(redemptions
                        .redeem(redeem(promotion, "r2", "cleo"), "c2")
                        .orElseThrow()
                        .payload())
                .contains("used_up");
        redemptions.giveBack(giveBack(promotion, "r1"), "c3");
        assertThat(redemptions.redeem(redeem(promotion, "r3", "cleo"), "c4")).isEmpty();
        assertThat(uses(promotion)).extracting(Use::clientId).containsExactly("cleo");
    }

    @Test
    void quotes_know_at_once_that_the_last_use_was_taken_and_that_it_came_back() {
        Coach quoted = Coach.open();
        quoted.setRate(12_000);
        String promotion = promotion(quoted.id(), 1, null);
        quote(quoted).statusCode(200);
        var use = new RedeemDiscounts(id("r1"), "b", quoted.id(), "bob", "t1", DiscountKind.PROMOTION, promotion);
        redemptions.redeem(use, "c1");
        quote(quoted).statusCode(422);
        redemptions.giveBack(
                new ReturnDiscounts(id("r1"), "b", quoted.id(), DiscountKind.PROMOTION, promotion, null), "c2");
        quote(quoted).statusCode(200);
    }

    private static ValidatableResponse quote(Coach coach) {
        Map<String, Object> asked = new HashMap<>(coach.asking("2027-03-08T08:00:00Z"));
        asked.put("promotionCode", "SPRING");
        return given().contentType(ContentType.JSON)
                .body(asked)
                .post("/api/quotes")
                .then();
    }

    @Test
    void a_promotion_of_another_coach_is_unknown() {
        String promotion = promotion(1, null);
        RedeemDiscounts foreign =
                new RedeemDiscounts(id("r1"), "b", "somebody-else", "bob", "t1", DiscountKind.PROMOTION, promotion);
        assertThat(redemptions.redeem(foreign, "c1").orElseThrow().payload()).contains("unknown");
        assertThat(uses(promotion)).isEmpty();
    }

    @Test
    void of_two_hundred_bookings_with_the_last_two_credits_of_a_package_two_get_them() throws Exception {
        BoughtPackage bought = BoughtPackage.paid("bob", 2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> rush = IntStream.range(0, 200)
                    .<Callable<Object>>mapToObj(i -> () -> redemptions.redeem(credit(bought, "r" + i, "bob"), "c" + i))
                    .toList();
            for (var done : executor.invokeAll(rush)) {
                assertThat(done.get()).isNotNull();
            }
        }
        assertThat(uses(bought.id())).hasSize(2);
        redemptions.giveBack(
                new ReturnDiscounts(
                        uses(bought.id()).getFirst().id(),
                        "b",
                        bought.coachId(),
                        DiscountKind.PACKAGE,
                        bought.id(),
                        null),
                "c-back");
        assertThat(redemptions.redeem(credit(bought, "r200", "bob"), "c200")).isEmpty();
    }

    @Test
    void a_late_credit_that_the_client_gives_back_keeps_its_end_and_one_that_the_coach_does_gets_another() {
        BoughtPackage bought = BoughtPackage.paid("bob", 1);
        clock.set(Instant.parse(bought.seen().extract().path("expiresAt")).minusSeconds(3600));
        Instant end = usedAndGivenBack(bought, "r1", true);
        assertThat(usedAndGivenBack(bought, "r2", true)).isEqualTo(end);
        assertThat(usedAndGivenBack(bought, "r3", false)).isAfter(end);
    }

    private Instant usedAndGivenBack(BoughtPackage bought, String name, boolean byClient) {
        assertThat(redemptions.redeem(credit(bought, name, "bob"), name)).isEmpty();
        var command = new ReturnDiscounts(id(name), "b", bought.coachId(), DiscountKind.PACKAGE, bought.id(), byClient);
        assertThat(redemptions.giveBack(command, name + "-back")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        return kinds.stream()
                .flatMap(kind -> kind.find(bought.id()).stream())
                .map(ClientPackage.class::cast)
                .flatMap(known -> known.late().stream())
                .map(LateReturn::until)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobody_else_uses_a_clients_credits() {
        BoughtPackage bought = BoughtPackage.paid("bob", 2);
        assertThat(redemptions
                        .redeem(credit(bought, "r1", "cleo"), "c1")
                        .orElseThrow()
                        .payload())
                .contains("unknown");
        assertThat(uses(bought.id())).isEmpty();
    }

    @Test
    void commands_over_kafka_are_answered_there() {
        String promotion = promotion(1, 1);
        try (CloudEventProducer producer = new CloudEventProducer(ServiceStack.bootstrapServers());
                KafkaProbe replies = replies()) {
            send(producer, promotion, "pricing.redeem-discounts.v1", 1, redeem(promotion, "r1", "bob"));
            send(producer, promotion, "pricing.redeem-discounts.v1", 2, redeem(promotion, "r2", "bob"));
            send(producer, promotion, "pricing.return-discounts.v1", 3, giveBack(promotion, "r1"));
            replies.await("pricing.replied.discounts-redeemed.v1", id("r1"), LIMIT);
            replies.await("pricing.replied.discount-refused.v1", id("r2"), LIMIT);
            replies.await("pricing.replied.discounts-returned.v1", id("r1"), LIMIT);
        }
        assertThat(uses(promotion)).isEmpty();
    }

    private void send(CloudEventProducer producer, String promotion, String type, long sequence, Record command) {
        producer.send(
                "pricing.commands",
                CloudEvent.of(type, "booking-service", "b-" + unique, sequence, MessageJson.write(command))
                        .withKey(promotion));
    }

    private String promotion(int maxUses, @Nullable Integer perClient) {
        return promotion(coach, maxUses, perClient);
    }

    private static String promotion(String coach, int maxUses, @Nullable Integer perClient) {
        Map<String, Object> terms = new HashMap<>(Map.of("code", "SPRING", "percent", "20", "maxUses", maxUses));
        terms.put("maxUsesPerClient", perClient);
        return given().auth()
                .oauth2(TestTokens.shared().user(coach, "coach"))
                .contentType(ContentType.JSON)
                .body(terms)
                .post("/api/promotions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<Use> uses(String promotion) {
        return kinds.stream()
                .flatMap(kind -> kind.find(promotion).stream())
                .findFirst()
                .orElseThrow()
                .uses();
    }

    private static KafkaProbe replies() {
        return KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies");
    }

    private String id(String name) {
        return name + "-" + unique;
    }

    private RedeemDiscounts redeem(String promotion, String name, String client) {
        return new RedeemDiscounts(
                id(name), "booking-" + id(name), coach, client, "t1", DiscountKind.PROMOTION, promotion);
    }

    private ReturnDiscounts giveBack(String promotion, String name) {
        return new ReturnDiscounts(id(name), "booking-" + id(name), coach, DiscountKind.PROMOTION, promotion, null);
    }

    private RedeemDiscounts credit(BoughtPackage bought, String name, String client) {
        return new RedeemDiscounts(
                id(name), "booking-" + id(name), bought.coachId(), client, "t1", DiscountKind.PACKAGE, bought.id());
    }
}
