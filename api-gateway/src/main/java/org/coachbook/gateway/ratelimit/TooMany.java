package org.coachbook.gateway.ratelimit;

import java.time.Duration;

/** What {@code Retry-After} says. */
public final class TooMany {
    private TooMany() {}

    /** Whole seconds, rounded up: who waits that long is served. */
    public static long seconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
