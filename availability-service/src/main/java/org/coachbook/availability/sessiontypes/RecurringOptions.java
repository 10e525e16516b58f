package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how the session type can be booked as a series.
 *
 * @param maxSessions 1 to 12
 */
public record RecurringOptions(boolean enabled, List<Pattern> patterns, int maxSessions) {
    static final int MOST_SESSIONS = 12;

    /** How a series repeats. */
    public enum Pattern {
        @JsonProperty("weekly")
        WEEKLY,
        @JsonProperty("biweekly")
        BIWEEKLY,
        @JsonProperty("monthly")
        MONTHLY,
        @JsonProperty("custom")
        CUSTOM
    }

    /** How many sessions can be booked together; 1 where only single ones can. */
    int longestSeries() {
        return enabled ? maxSessions : 1;
    }

    @JsonCreator
    static RecurringOptions of(
            @JsonProperty("enabled") @Nullable Boolean enabled,
            @JsonProperty("patterns") @Nullable List<Pattern> patterns,
            @JsonProperty("maxSessions") @Nullable Integer maxSessions) {
        return new RecurringOptions(
                enabled != null && enabled,
                patterns == null ? List.of() : List.copyOf(patterns),
                maxSessions == null ? MOST_SESSIONS : maxSessions);
    }
}
