package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.junit.jupiter.api.Test;

/** Workshops that take place with two people or more. */
class WorkshopIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int ONE_DAY = 24 * 60;

    /** Enough to book and to pay; it is decided on a full minute. */
    private static final Duration TIME_TO_BOOK = Duration.ofSeconds(30);

    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Instant start = RunningSystem.times().next();

    @Test
    void two_reach_the_minimum_and_whoever_joins_then_is_confirmed_at_once() {
        List<Client> clients = marketplace.clients(4);
        Coach coach = marketplace.coach(Offer.workshopForTwo(ONE_DAY));
        Client left = clients.get(3);
        String givenBack = paid(left, coach);
        awaitStatus(left, givenBack, "pending_minimum_attendees");
        assertThat(left.cancel(givenBack).status()).isIn(200, 202);
        awaitStatus(left, givenBack, "cancelled_by_client");

        Client first = clients.get(0);
        String waiting = paid(first, coach);
        awaitStatus(first, waiting, "pending_minimum_attendees");
        assertThat(first.booking(waiting).text("deadline"))
                .isEqualTo(start.minus(Duration.ofMinutes(ONE_DAY)).toString());
        Client second = clients.get(1);
        awaitStatus(second, paid(second, coach), "firm_booked");
        awaitStatus(first, waiting, "confirmed");
        assertThat(first.booking(waiting).text("payment.status")).isEqualTo("completed");
        Client third = clients.get(2);
        awaitStatus(third, paid(third, coach), "firm_booked");
        RunningSystem.invariants().assertHold();
    }

    @Test
    void one_alone_gets_everything_back_and_the_workshop_takes_nobody_any_more() {
        List<Client> clients = marketplace.clients(2);
        Duration left = Duration.between(Instant.now().plus(TIME_TO_BOOK), start);
        Coach coach = marketplace.coach(Offer.workshopForTwo((int) left.toMinutes()));
        Client alone = clients.get(0);
        String id = paid(alone, coach);
        awaitStatus(alone, id, "pending_minimum_attendees");
        await().atMost(TIME_TO_BOOK.plusMinutes(1).plus(LIMIT))
                .until(() -> alone.status(id).equals("expired"));
        assertThat(alone.booking(id).text("reason")).isEqualTo("minimum_not_reached");
        await().atMost(LIMIT)
                .until(() -> alone.booking(id).text("payment.status").equals("cancelled"));
        Answer late = clients.get(1).hold(coach, start);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("reason")).isEqualTo("outside_availability");
        RunningSystem.invariants().assertHold();
    }

    private String paid(Client client, Coach coach) {
        String key = UUID.randomUUID().toString();
        Answer placed =
                client.book(coach, start, client.quote(coach, start), key).require(201);
        client.pay(placed.text("paymentIntentClientSecret"), Client.VISA).require(200);
        return placed.text("booking.id");
    }

    private static void awaitStatus(Client client, String id, String status) {
        await().atMost(LIMIT).until(() -> client.status(id).equals(status));
    }
}
