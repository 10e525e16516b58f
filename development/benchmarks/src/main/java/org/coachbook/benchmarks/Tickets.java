package org.coachbook.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;

/** Prepares bookings of distinct times with their quotes: coaches in turn, each of whose weeks fills up. */
final class Tickets {
    static final int COACHES = 20;
    /** A full week of sessions. */
    static final int A_WEEK = 21;

    private static final int CLIENTS = 60;
    private static final int QUOTING_AT_A_TIME = 8;
    private static final int HOURS_BETWEEN = 7 * 24 / A_WEEK;

    private final List<Coach> coaches;
    private final List<Client> clients;
    private final Instant first = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.DAYS);
    private final AtomicInteger issued = new AtomicInteger();

    Tickets(Marketplace marketplace, Offer offer) {
        this.coaches = marketplace.coaches(COACHES, offer);
        this.clients = marketplace.clients(CLIENTS);
    }

    List<Ticket> take(int number) {
        try (var quoting = Executors.newFixedThreadPool(QUOTING_AT_A_TIME)) {
            return IntStream.range(0, number).mapToObj(_ -> quoting.submit(this::next)).toList().stream()
                    .map(Tickets::result)
                    .toList();
        }
    }

    private Ticket next() {
        int n = issued.getAndIncrement();
        Coach coach = coaches.get(n % COACHES);
        Client client = clients.get(n % CLIENTS);
        Instant start = first.plus((long) (n / COACHES) * HOURS_BETWEEN, ChronoUnit.HOURS);
        return new Ticket(
                client,
                coach,
                start,
                client.quote(coach, start),
                UUID.randomUUID().toString());
    }

    private static Ticket result(Future<Ticket> made) {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
