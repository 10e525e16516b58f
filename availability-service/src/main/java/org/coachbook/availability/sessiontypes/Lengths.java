package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.coachbook.contracts.availability.DurationRule;

/** Bookable lengths in minutes: {@code min + n × step}, at most {@code max}. */
public record Lengths(@JsonProperty("default") int standard, int min, int max, int step) {
    /** Whether a session can be that long. */
    public boolean allow(int minutes) {
        return minutes >= min && minutes <= max && (minutes - min) % step == 0;
    }

    DurationRule asRule() {
        return new DurationRule(standard, min, max, step);
    }
}
