package org.coachbook.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;
import org.coachbook.localstack.LocalStack;

/** 200 clients hold the same time at once: how long the losers wait for their answer. */
final class Contention {
    private static final int CLIENTS = 200;

    private final LocalStack stack;

    Contention(LocalStack stack) {
        this.stack = stack;
    }

    void measure(Effort effort, Report report) {
        Marketplace marketplace = new Marketplace(stack);
        Coach coach = marketplace.coach(Offer.FREE);
        List<Client> clients = marketplace.clients(CLIENTS);
        Times times = new Times();
        List<Double> losers = new ArrayList<>();
        int rounds = Math.min(effort.rounds(), 3); // a client may hold a coach's time ten times an hour
        for (int n = 0; n <= rounds; n++) {
            Histogram waited = race(coach, clients, times.next());
            if (n > 0) {
                losers.add(waited.getValueAtPercentile(99) / 1e6);
            }
        }
        String figure = Median.of(losers, r -> r).text("ms");
        report.row("200 clients on one time, losers' p99", figure, "≤ 200 ms, aim 50 ms; 1 winner");
    }

    private static Histogram race(Coach coach, List<Client> clients, Instant start) {
        Histogram waited = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
        AtomicInteger winners = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.forEach(client -> threads.submit(() -> {
                go.await();
                long begun = System.nanoTime();
                Answer answer = client.hold(coach, start);
                if (answer.status() == 201) {
                    winners.incrementAndGet();
                } else {
                    answer.require(409);
                    waited.recordValue(System.nanoTime() - begun);
                }
                return answer;
            }));
            go.countDown();
        }
        if (winners.get() != 1 || waited.getTotalCount() != CLIENTS - 1) {
            throw new IllegalStateException(winners + " winners, " + waited.getTotalCount() + " refused with 409");
        }
        return waited;
    }
}
