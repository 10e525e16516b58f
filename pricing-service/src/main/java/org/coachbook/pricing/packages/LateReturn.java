package org.coachbook.pricing.packages;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;

/**
 * A credit that came back so late that the package's own end leaves no time to use it.
 *
 * @param id of the redemption that was given back
 * @param until from when on it cannot be used any more
 */
public record LateReturn(String id, Instant until) {
    private static final Duration GRACE = Duration.ofDays(30);

    /** @param end when the credit would have ended, where it had come back late before; null: it gets its time now */
    static LateReturn of(Use returned, @Nullable Instant end) {
        return new LateReturn(returned.id(), end == null ? returned.at().plus(GRACE) : end);
    }

    boolean usableAt(Instant now) {
        return now.isBefore(until);
    }
}
