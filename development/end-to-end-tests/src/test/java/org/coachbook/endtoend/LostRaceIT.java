package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.junit.jupiter.api.Test;

class LostRaceIT {
    private static final int CLIENTS = 200;

    private final Marketplace marketplace = RunningSystem.marketplace();

    @Test
    void of_200_clients_booking_the_same_time_at_once_exactly_one_gets_it_and_the_others_409() {
        Coach coach = marketplace.coach(Offer.PAID);
        Instant start = RunningSystem.times().next();
        List<Client> clients = marketplace.clients(CLIENTS);
        List<String> quotes = clients.stream().map(c -> c.quote(coach, start)).toList();
        List<Answer> answers = atOnce(clients, quotes, coach, start);
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() != 201)
                .hasSize(CLIENTS - 1)
                .allSatisfy(a -> {
                    assertThat(a.status()).isEqualTo(409);
                    assertThat(a.problem()).isEqualTo("slot-unavailable");
                    assertThat(a.text("reason")).isEqualTo("overlaps");
                });
        RunningSystem.invariants().assertHold();
    }

    private static List<Answer> atOnce(List<Client> clients, List<String> quotes, Coach coach, Instant start) {

        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, clients.size())
                    .mapToObj(n -> threads.submit(() -> {
                        go.await();
                        return clients.get(n).book(coach, start, quotes.get(n), key());
                    }))
                    .toList();
            go.countDown();
            return answers.stream().map(LostRaceIT::answer).toList();
        }
    }

    private static Answer answer(Future<Answer> given) {
        try {
            return given.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
