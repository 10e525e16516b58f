package org.coachbook.localstack.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what services learn from each other a moment later. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Set<Integer> NOT_YET = Set.of(404, 409, 503);

    private Eventually() {}

    /** Repeats a call while it is refused as not existing yet or as not possible now; then its answer. */
    public static <T> T answered(Duration limit, Supplier<T> call) {
        Instant end = Instant.now().plus(limit);
        while (true) {
            try {
                return call.get();
            } catch (RequestRefused e) {
                if (!NOT_YET.contains(e.status()) || Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * Waits until a condition holds.
     *
     * @param what said of it when it does not hold in time
     */
    public static void becomes(Duration limit, BooleanSupplier condition, String what) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Waited " + limit.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
