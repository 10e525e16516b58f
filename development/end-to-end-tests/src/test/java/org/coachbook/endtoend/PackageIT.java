package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Prepaid sessions, through all services. */
class PackageIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PRICE = 45_000;

    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Coach coach = marketplace.coach(Offer.PAID);
    private final Client client = marketplace.client();
    private final Times times = RunningSystem.times();

    @AfterEach
    void the_books_balance() {
        RunningSystem.invariants().assertHold();
    }

    @Test
    void a_package_is_paid_once_and_pays_for_sessions_until_its_credits_are_used() {
        String id = paid(2);
        JsonNode invoice =
                client.api().get("/api/invoices").body().path("items").path(0);
        assertThat(invoice.path("final").asLong()).isEqualTo(PRICE);

        Instant start = times.next();
        String first = booked(start);
        assertThat(client.booking(first).body().at("/price/final").asLong()).isZero();
        assertThat(left(id)).isEqualTo(1);
        booked(times.next());
        Answer none = client.prepaidQuote(coach, times.next());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body().path("reason").asText()).isEqualTo("used_up");

        assertThat(client.cancel(first).status()).isIn(200, 202);
        await().atMost(LIMIT).until(() -> left(id) == 1);
    }

    @Test
    void of_many_bookings_with_the_last_credit_one_is_made_and_the_others_keep_no_time() throws Exception {
        paid(1);
        List<Callable<Answer>> orders = IntStream.range(0, 10)
                .mapToObj(_ -> times.next())
                .<Callable<Answer>>map(start -> {
                    String quote =
                            client.prepaidQuote(coach, start).require(200).text("quote");
                    return () -> client.book(coach, start, quote, key());
                })
                .toList();
        int made = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : executor.invokeAll(orders)) {
                boolean booked = done.get().status() == 201;
                assertThat(booked ? "package-not-usable" : done.get().problem())
                        .isIn("package-not-usable", "too-many-holds"); // three in placing at once are all he may have
                made += booked ? 1 : 0;
            }
        }
        assertThat(made).isEqualTo(1);
    }

    @Test
    void a_declined_card_grants_nothing_and_another_card_does() {
        Answer ordered = client.buy(coach.offerPackage(3, PRICE), key()).require(201);
        String id = ordered.text("purchase.id");
        String secret = ordered.text("paymentIntentClientSecret");
        assertThat(client.pay(secret, Client.DECLINED).status()).isEqualTo(402);
        assertThat(client.bought(id).text("status")).isEqualTo("awaiting_payment");
        client.pay(secret, Client.VISA).require(200);
        await().atMost(LIMIT).until(() -> left(id) == 3 && status(id).equals("active"));
    }

    @Test
    void a_package_of_a_coach_who_cannot_be_paid_is_refused_at_once() {
        Coach unpaid = marketplace.coach(Offer.FREE);
        Answer refused = client.buy(unpaid.offerPackage(3, PRICE), key());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("coach-not-payable");
    }

    @Test
    void credits_are_granted_though_the_services_die_meanwhile() {
        Answer ordered = client.buy(coach.offerPackage(3, PRICE), key()).require(201);
        String id = ordered.text("purchase.id");
        RunningSystem.stack().kill("pricing-service");
        client.pay(ordered.text("paymentIntentClientSecret"), Client.VISA).require(200);
        RunningSystem.stack().kill("payment-service");
        RunningSystem.stack().restart("payment-service");
        RunningSystem.stack().restart("pricing-service");
        await().atMost(LIMIT).until(() -> status(id).equals("active"));
        assertThat(left(id)).isEqualTo(3);
    }

    private String paid(int credits) {
        Answer ordered = client.buy(coach.offerPackage(credits, PRICE), key()).require(201);
        String id = ordered.text("purchase.id");
        client.pay(ordered.text("paymentIntentClientSecret"), Client.VISA).require(200);
        await().atMost(LIMIT).until(() -> status(id).equals("active"));
        await().atMost(LIMIT)
                .until(() ->
                        !client.api().get("/api/invoices").body().path("items").isEmpty());
        return id;
    }

    private String booked(Instant start) {
        String quote = client.prepaidQuote(coach, start).require(200).text("quote");
        String id = client.book(coach, start, quote, key()).require(201).text("booking.id");
        await().atMost(LIMIT).until(() -> client.status(id).equals("firm_booked"));
        return id;
    }

    private String status(String purchaseId) {
        return client.bought(purchaseId).text("status");
    }

    private int left(String purchaseId) {
        return client.bought(purchaseId).body().path("left").asInt();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
