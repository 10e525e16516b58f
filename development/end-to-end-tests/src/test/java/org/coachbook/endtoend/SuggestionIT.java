package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;
import org.junit.jupiter.api.Test;

/** Other times that a coach suggests for a paid request. */
class SuggestionIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Coach coach = marketplace.coach(Offer.PAID_ON_REQUEST);
    private final Client client = marketplace.client();
    private final Client rival = marketplace.client();
    private final Times times = RunningSystem.times();
    private final Instant asked = times.next();
    private final Instant first = times.next();
    private final Instant second = times.next();

    @Test
    void the_client_takes_one_at_the_agreed_price_and_the_other_times_are_free_again() {
        String id = paidRequest();
        coach.suggest(id, first, second).require(200);
        assertThat(client.booking(id).text("status")).isEqualTo("time_suggested");
        assertThat(rival.hold(coach, second).status()).isEqualTo(409);
        rival.giveBack(rival.hold(coach, asked).require(201).text("id")).require(204);

        assertThat(rival.takeSuggestion(id, 1).status()).isEqualTo(404);
        assertThat(client.takeSuggestion(id, 1).status()).isIn(200, 202);
        awaitStatus(id, "confirmed");
        Answer booked = client.booking(id);
        assertThat(booked.text("start")).isEqualTo(second.toString());
        assertThat(booked.text("payment.status")).isEqualTo("completed");
        await().atMost(LIMIT).until(() -> rival.hold(coach, first).status() == 201);
        RunningSystem.invariants().assertHold();
    }

    @Test
    void a_time_that_somebody_else_has_is_not_suggested_and_the_request_stays() {
        String id = paidRequest();
        rival.hold(coach, second).require(201);
        Answer refused = coach.suggest(id, first, second);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-unavailable");
        assertThat(client.status(id)).isEqualTo("requested");
        coach.accept(id);
        awaitStatus(id, "confirmed");
        RunningSystem.invariants().assertHold();
    }

    private String paidRequest() {
        String quote = client.quote(coach, asked);
        Answer placed =
                client.book(coach, asked, quote, UUID.randomUUID().toString()).require(201);
        client.pay(placed.text("paymentIntentClientSecret"), Client.VISA).require(200);
        String id = placed.text("booking.id");
        awaitStatus(id, "requested");
        return id;
    }

    private void awaitStatus(String id, String status) {
        await().atMost(LIMIT).until(() -> client.status(id).equals(status));
    }
}
