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
import org.junit.jupiter.api.Test;

class GroupIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Marketplace marketplace = RunningSystem.marketplace();

    @Test
    void two_clients_book_and_pay_the_two_seats_of_a_session_and_a_third_gets_one_that_was_given_back() {
        Coach coach = marketplace.coach(Offer.GROUP_OF_TWO);
        Instant start = RunningSystem.times().next();
        List<Client> clients = marketplace.clients(3);
        Client first = clients.get(0);
        String holdId = first.hold(coach, start).require(201).text("id");
        var held = Map.of("quote", first.quote(coach, start), "holdId", holdId);
        String firstSeat = paid(first, first.book(coach, start, held, key()));
        Client second = clients.get(1);
        paid(second, second.book(coach, start, second.quote(coach, start), key()));
        Client third = clients.get(2);
        Answer refused = third.book(coach, start, third.quote(coach, start), key());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("reason")).isEqualTo("overlaps");
        assertThat(first.cancel(firstSeat).status()).isIn(200, 202);
        String freed = await().atMost(LIMIT)
                .until(() -> third.hold(coach, start), hold -> hold.status() == 201)
                .text("id");
        var last = Map.of("quote", third.quote(coach, start), "holdId", freed);
        paid(third, third.book(coach, start, last, key()));
        RunningSystem.invariants().assertHold();
    }

    private static String paid(Client client, Answer booked) {
        String id = booked.require(201).text("booking.id");
        client.pay(booked.text("paymentIntentClientSecret"), Client.VISA).require(200);
        await().atMost(LIMIT).until(() -> client.status(id).equals("firm_booked"));
        return id;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
