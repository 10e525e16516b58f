package org.coachbook.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.coachbook.endtoend.journey.Answer;

/** Places tickets and measures from the moment each was due to its confirmation on Kafka. */
final class Load {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Scenario scenario;
    private final Confirmations confirmations;
    private final Histogram nanos = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);

    Load(Scenario scenario, Confirmations confirmations) {
        this.scenario = scenario;
        this.confirmations = confirmations;
    }

    /** As fast as {@code workers} go, one booking after the other; answers bookings per second. */
    double saturate(List<Ticket> tickets, int workers) {
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < workers; w++) {
                threads.execute(() -> {
                    for (int n = next.getAndIncrement(); n < tickets.size(); n = next.getAndIncrement()) {
                        place(tickets.get(n), System.nanoTime());
                    }
                });
            }
        }
        return tickets.size() * 1e9 / (System.nanoTime() - begun);
    }

    /** One booking every {@code 1 / rate} seconds, whether or not earlier ones are through. */
    void arrive(List<Ticket> tickets, double rate) {
        long gap = (long) (1e9 / rate);
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < tickets.size(); n++) {
                long due = begun + n * gap;
                LockSupport.parkNanos(due - System.nanoTime());
                Ticket ticket = tickets.get(n);
                threads.execute(() -> place(ticket, due));
            }
        }
    }

    double millisAt(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    private void place(Ticket ticket, long due) {
        Answer placed = ticket.place().require(201);
        CompletableFuture<Long> confirmed = confirmations.of(placed.text("booking.id"));
        scenario.afterwards(ticket.client(), placed);
        try {
            long arrived = confirmed.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            nanos.recordValue(Math.max(0, arrived - due));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A booking was not confirmed in time", e);
        }
    }
}
