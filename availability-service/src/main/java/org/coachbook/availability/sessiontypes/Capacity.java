package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How many people take part, at least and at most. */
public record Capacity(int min, int max) {
    @JsonCreator
    static Capacity of(@JsonProperty("min") @Nullable Integer min, @JsonProperty("max") @Nullable Integer max) {
        int least = min == null ? 1 : min;
        return new Capacity(least, max == null ? least : max);
    }
}
