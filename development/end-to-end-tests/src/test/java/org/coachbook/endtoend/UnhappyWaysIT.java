package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnhappyWaysIT {
    private static final Duration LIMIT = RunningSystem.TIME_TO_PAY.plusSeconds(30);

    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Times times = RunningSystem.times();
    private final Coach coach = marketplace.coach(Offer.PAID);
    private final Client client = marketplace.client();
    private final Instant start = times.next();

    @AfterEach
    void the_books_balance() {
        RunningSystem.invariants().assertHold();
    }

    @Test
    void a_taken_time_is_refused_with_the_nearest_free_ones() {
        book(client, start).require(201);
        Answer refused = book(marketplace.client(), start);
        assertProblem(refused, 409, "slot-unavailable");
        assertThat(refused.text("reason")).isEqualTo("overlaps");
        assertThat(refused.body().path("nearest")).isNotEmpty();
    }

    @Test
    void a_quote_that_is_tampered_with_or_for_another_time_or_client_is_refused() {
        String quote = client.quote(coach, start);
        int signature = quote.lastIndexOf('.') + 1;
        char other = quote.charAt(signature) == 'A' ? 'B' : 'A';
        String tampered = quote.substring(0, signature) + other + quote.substring(signature + 1);
        assertProblem(client.book(coach, start, tampered, key()), 422, "quote-invalid");
        assertProblem(client.book(coach, times.next(), quote, key()), 422, "quote-mismatch");
        assertProblem(marketplace.client().book(coach, start, quote, key()), 422, "quote-mismatch");
    }

    @Test
    void after_a_declined_card_another_card_may_pay() {
        Answer placed = book(client, start).require(201);
        String secret = placed.text("paymentIntentClientSecret");
        assertThat(client.pay(secret, Client.DECLINED).status()).isEqualTo(402);
        assertThat(client.pay(secret, Client.VISA).status()).isEqualTo(200);
        awaitStatus(placed.text("booking.id"), "firm_booked");
    }

    @Test
    void a_payment_that_is_never_made_expires_and_the_time_is_free_again() {
        Answer placed = book(client, start).require(201);
        awaitStatus(placed.text("booking.id"), "expired");
        assertThat(marketplace.client().hold(coach, start).status()).isEqualTo(201);
    }

    @Test
    void a_repeated_request_is_answered_with_the_same_booking_and_another_one_under_its_key_is_refused() {
        String key = key();
        String quote = client.quote(coach, start);
        Answer first = client.book(coach, start, quote, key).require(201);
        Answer again = client.book(coach, start, quote, key).require(201);
        assertThat(again.text("booking.id")).isEqualTo(first.text("booking.id"));
        Instant later = times.next();
        Answer mismatched = client.book(coach, later, client.quote(coach, later), key);
        assertProblem(mismatched, 422, "idempotency-key-reused");
    }

    @Test
    void nobody_sees_or_moves_the_booking_of_others() {
        String id = book(client, start).require(201).text("booking.id");
        Client stranger = marketplace.client();
        assertProblem(stranger.booking(id), 404, "not-found");
        assertProblem(stranger.cancel(id), 404, "not-found");
        assertProblem(stranger.api().get("/api/payments/" + id + "/client-secret"), 404, "not-found");
        assertProblem(client.api().post("/api/bookings/" + id + "/accept", "{}"), 403, "not-allowed");
        assertProblem(marketplace.gateway().get("/api/bookings/" + id), 401, "not-signed-in");
    }

    @Test
    void money_and_status_from_the_client_are_refused_as_unknown_fields() {
        String quote = client.quote(coach, start);
        for (String field : List.of("price", "status", "platformFee", "coachStripeAccountId")) {
            Answer refused = client.book(coach, start, Map.of("quote", quote, field, "1"), key());
            assertProblem(refused, 400, "validation-failed");
            assertThat(refused.body().path("errors").path(0).path("field").asText())
                    .isEqualTo(field);
        }
    }

    @Test
    void a_session_can_not_be_booked_before_the_coach_can_be_paid() {
        Coach unpayable = marketplace.coach(Offer.FREE);
        marketplace.raiseRate(unpayable, 9_000);
        Answer refused = client.book(unpayable, start, client.quote(unpayable, start), key());
        assertProblem(refused, 409, "coach-not-payable");
    }

    private Answer book(Client who, Instant when) {
        return who.book(coach, when, who.quote(coach, when), key());
    }

    private void awaitStatus(String id, String status) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(client.status(id)).isEqualTo(status));
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
