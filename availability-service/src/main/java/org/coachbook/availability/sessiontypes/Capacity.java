package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.coachbook.contracts.availability.MinimumAttendees;
import org.jspecify.annotations.Nullable;

/**
 * How many people take part, at least and at most.
 *
 * @param decisionMinutes how long before the start it is decided at the latest whether at least {@code min} take part;
 *     null where one person is enough
 */
public record Capacity(int min, int max, @Nullable Integer decisionMinutes) {
    static final int EARLIEST_DECISION_MINUTES = 30 * 24 * 60;
    private static final int ONE_DAY_BEFORE = 24 * 60;

    @JsonCreator
    static Capacity of(
            @JsonProperty("min") @Nullable Integer min,
            @JsonProperty("max") @Nullable Integer max,
            @JsonProperty("decisionMinutes") @Nullable Integer decisionMinutes) {
        int least = min == null ? 1 : min;
        Integer decision = decisionMinutes == null && least > 1 ? Integer.valueOf(ONE_DAY_BEFORE) : decisionMinutes;
        return new Capacity(least, max == null ? least : max, decision);
    }

    /** The minimum that a session needs to take place; null where one person is enough. */
    public @Nullable MinimumAttendees minimum() {
        return min > 1 ? new MinimumAttendees(min, decisionMinutes == null ? ONE_DAY_BEFORE : decisionMinutes) : null;
    }
}
