package org.coachbook.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;

/** 200 clients hold the same time at once: how long the losers wait for their answer. */
final class Contention implements Benchmark {
    private static final int CLIENTS = 200;
    /** A client may hold a coach's times ten times an hour. */
    private static final int RACES_A_COACH = 8;

    /** @param cpuMillis of each process for each of the clients */
    private record Races(List<Histogram> waited, double perSecond, Map<String, Double> cpuMillis) {}

    @Override
    public void measure(Run run) {
        Marketplace marketplace = new Marketplace(run.stack());
        WarmUp.of("races of 200 clients", () -> races(run, marketplace, 2).perSecond(), run.report());
        Races races = races(run, marketplace, run.effort().rounds());
        write(run, "p50", races.waited(), 50);
        write(run, "p99", races.waited(), 99);
        String byProcess = Processes.text(List.of(races.cpuMillis()));
        run.report().row("200 clients on one time, CPU-ms of each by process", byProcess, "");
    }

    private static void write(Run run, String name, List<Histogram> races, double percentile) {
        String figure = Median.of(races, race -> race.getValueAtPercentile(percentile) / 1e6)
                .text("ms");
        run.report().row("200 clients on one time, losers' " + name, figure, "p99 ≤ 200 ms, aim 50 ms; 1 winner");
    }

    /** Races for times of as many coaches; of new clients, because an access token lives five minutes. */
    private static Races races(Run run, Marketplace marketplace, int coaches) {
        List<Client> clients = marketplace.clients(CLIENTS);
        List<Coach> wanted = marketplace.coaches(coaches, Offer.FREE);
        Times times = new Times();
        List<Histogram> waited = new ArrayList<>();
        Map<String, Duration> cpu = run.processes().cpu();
        long begun = System.nanoTime();
        for (int n = 0; n < coaches * RACES_A_COACH; n++) {
            waited.add(race(wanted.get(n / RACES_A_COACH), clients, times.next()));
        }
        double perSecond = waited.size() * 1e9 / (System.nanoTime() - begun);
        int asked = waited.size() * CLIENTS;
        return new Races(waited, perSecond, Processes.spent(cpu, run.processes().cpu(), asked));
    }

    private static Histogram race(Coach coach, List<Client> clients, Instant start) {
        Histogram waited = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
        var winners = new ConcurrentLinkedQueue<Runnable>();
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.forEach(client -> threads.submit(() -> {
                go.await();
                long begun = System.nanoTime();
                Answer answer = client.hold(coach, start);
                if (answer.status() == 201) {
                    winners.add(() -> client.giveBack(answer.text("id")).require(204));
                } else {
                    answer.require(409);
                    waited.recordValue(System.nanoTime() - begun);
                }
                return answer;
            }));
            go.countDown();
        }
        requireOneWinner(winners.size(), waited.getTotalCount());
        winners.forEach(Runnable::run);
        return waited;
    }

    private static void requireOneWinner(int winners, long losers) {
        if (winners != 1 || losers != CLIENTS - 1) {
            throw new IllegalStateException(winners + " winners, " + losers + " refused with 409");
        }
    }
}
