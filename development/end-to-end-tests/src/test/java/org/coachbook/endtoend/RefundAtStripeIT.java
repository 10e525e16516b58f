package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator gives back in Stripe's dashboard arrives in every service. */
class RefundAtStripeIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PART = 2_000;

    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Coach coach = marketplace.coach(Offer.PAID);
    private final Client client = marketplace.client();

    @AfterEach
    void the_books_balance() {
        RunningSystem.invariants().assertHold();
    }

    @Test
    void a_part_of_a_booking_shows_in_it_and_as_a_credit_note_and_cancelling_gives_back_the_rest() {
        Instant start = RunningSystem.times().next();
        Answer placed =
                client.book(coach, start, client.quote(coach, start), key()).require(201);
        String id = placed.text("booking.id");
        String secret = placed.text("paymentIntentClientSecret");
        client.pay(secret, Client.VISA).require(200);
        await().atMost(LIMIT).until(() -> client.status(id).equals("firm_booked"));
        long price = client.booking(id).body().at("/price/final").asLong();

        marketplace.refundAtStripe(secret, PART);
        await().atMost(LIMIT).until(() -> refunded(id) == PART);
        assertThat(client.booking(id).text("payment.status")).isEqualTo("partial_refund");
        assertThat(client.api()
                        .get("/api/payments/" + id)
                        .body()
                        .path("refunded")
                        .asLong())
                .isEqualTo(PART);
        await().atMost(LIMIT).until(() -> documents().equals(List.of("credit_note", "invoice")));
        assertThat(client.api()
                        .get("/api/bookings/" + id + "/cancellation")
                        .body()
                        .path("refund")
                        .asLong())
                .isEqualTo(price - PART);

        assertThat(client.cancel(id).status()).isIn(200, 202);
        await().atMost(LIMIT).until(() -> refunded(id) == price);
        assertThat(client.booking(id).text("payment.status")).isEqualTo("refunded");
    }

    @Test
    void a_package_of_which_all_goes_back_pays_for_nothing_more_and_has_a_credit_note() {
        long price = 45_000;
        Answer ordered = client.buy(coach.offerPackage(3, price), key()).require(201);
        String id = ordered.text("purchase.id");
        String secret = ordered.text("paymentIntentClientSecret");
        client.pay(secret, Client.VISA).require(200);
        await().atMost(LIMIT).until(() -> client.bought(id).text("status").equals("active"));
        await().atMost(LIMIT).until(() -> documents().equals(List.of("invoice")));

        marketplace.refundAtStripe(secret, price);
        await().atMost(LIMIT).until(() -> client.bought(id).text("status").equals("refunded"));
        await().atMost(LIMIT).until(() -> documents().equals(List.of("credit_note", "invoice")));
    }

    private long refunded(String bookingId) {
        return client.booking(bookingId).body().at("/payment/refunded").asLong();
    }

    /** Kinds of the client's documents, sorted. */
    private List<String> documents() {
        JsonNode items = client.api().get("/api/invoices").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("kind").asText())
                .sorted()
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
