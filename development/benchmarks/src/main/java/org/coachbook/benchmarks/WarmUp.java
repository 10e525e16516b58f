package org.coachbook.benchmarks;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Brings a system to where it is after minutes of work: each of its JVMs compiles what is called often, which takes as
 * much of two cores as the work itself until it is done.
 */
final class WarmUp {
    private static final double FASTER = 1.05;
    private static final int SLOW_ROUNDS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private WarmUp() {}

    /**
     * Repeats a round until three in a row were no faster than the best before, at most for five minutes.
     *
     * @param round answers its rate
     */
    static void of(String what, DoubleSupplier round, Report report) {
        long begun = System.nanoTime();
        double first = round.getAsDouble();
        double best = first;
        int slow = 0;
        while (slow < SLOW_ROUNDS && System.nanoTime() - begun < LONGEST.toNanos()) {
            double rate = round.getAsDouble();
            slow = rate > best * FASTER ? 0 : slow + 1;
            best = Math.max(best, rate);
        }
        String figure = "%.0f/s at first, %.0f/s after %d s"
                .formatted(
                        first, best, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        report.row(what + ", warming up", figure, "");
    }
}
