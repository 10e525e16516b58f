package org.coachbook.localstack.demo;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints each step of a journey with the time it took. */
final class Steps {
    private final Consumer<String> output;
    private final long begin = System.nanoTime();
    private int number;

    Steps(Consumer<String> output) {
        this.output = output;
    }

    /** Does one step; {@code detail} says what came of it. */
    <T> T step(String what, Supplier<T> work, Function<T, String> detail) {
        long started = System.nanoTime();
        T result = work.get();
        number++;
        output.accept("%2d  %-34s %6d ms   %s".formatted(number, what, millisSince(started), detail.apply(result)));
        return result;
    }

    void finish() {
        output.accept("    %-34s %6d ms".formatted("in all", millisSince(begin)));
    }

    private static long millisSince(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
