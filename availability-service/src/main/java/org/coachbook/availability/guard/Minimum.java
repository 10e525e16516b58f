package org.coachbook.availability.guard;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.contracts.availability.MinimumAttendees;
import org.jspecify.annotations.Nullable;

/**
 * What a session of several people needs to take place, as a seat was promised it.
 *
 * @param attendees how many paid seats
 * @param decidesAt when it is decided at the latest
 */
public record Minimum(int attendees, Instant decidesAt) {
    static @Nullable Minimum of(@Nullable MinimumAttendees rule, Instant start) {
        return rule == null
                ? null
                : new Minimum(rule.attendees(), start.minus(Duration.ofMinutes(rule.decisionMinutes())));
    }

    /** Whether the time to decide has come. */
    boolean isDue(Instant now) {
        return !decidesAt.isAfter(now);
    }
}
