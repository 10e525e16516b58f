package org.coachbook.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;

/**
 * Times that are held and given back, per second: of a thousand coaches, and of one coach whom all want, hour by hour of
 * the same two weeks.
 */
final class Reservations implements Benchmark {
    private static final int COACHES = 1_000;
    private static final int CLIENTS = 200;
    private static final int WORKERS = 32;
    /** A client may hold a coach's times ten times an hour. */
    private static final int OF_EACH_CLIENT = 9;

    private static final int A_ROUND = CLIENTS * OF_EACH_CLIENT;
    private static final int HOURS = 14 * 24;

    private record Round(double spread, double hot) {
        double ratio() {
            return hot / spread;
        }
    }

    private final Instant first = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.DAYS);

    @Override
    public void measure(Run run) {
        Marketplace marketplace = new Marketplace(run.stack());
        List<Coach> many = marketplace.coaches(COACHES, Offer.FREE);
        WarmUp.of("holds", () -> rate(marketplace, many), run.report());
        List<Round> rounds = new ArrayList<>();
        for (int n = 0; n < run.effort().rounds(); n++) {
            double spread = rate(marketplace, many);
            rounds.add(new Round(spread, rate(marketplace, marketplace.coaches(1, Offer.FREE))));
        }
        write(rounds, run.report());
    }

    private static void write(List<Round> rounds, Report report) {
        String what = "times held and given back/s, ";
        report.row(what + "1,000 coaches", Median.of(rounds, Round::spread).text(""), "");
        report.row(what + "one coach", Median.of(rounds, Round::hot).text(""), "");
        String ratio = "%.2f".formatted(Median.of(rounds, Round::ratio).value());
        report.row(what + "one coach against 1,000", ratio, "");
    }

    /** One round; of new clients, because an access token lives five minutes. */
    private double rate(Marketplace marketplace, List<Coach> coaches) {
        List<Client> clients = marketplace.clients(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < WORKERS; w++) {
                threads.execute(() -> {
                    for (int n = next.getAndIncrement(); n < A_ROUND; n = next.getAndIncrement()) {
                        holdAndGiveBack(clients.get(n % CLIENTS), coaches.get(n % coaches.size()), n);
                    }
                });
            }
        }
        return A_ROUND * 1e9 / (System.nanoTime() - begun);
    }

    private void holdAndGiveBack(Client client, Coach coach, int n) {
        Instant start = first.plus(n % HOURS, ChronoUnit.HOURS);
        String hold = client.hold(coach, start).require(201).text("id");
        client.giveBack(hold).require(204);
    }
}
