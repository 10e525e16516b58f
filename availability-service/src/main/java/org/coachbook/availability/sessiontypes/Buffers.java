package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Minutes kept free before and after a session. */
public record Buffers(int beforeMinutes, int afterMinutes) {
    static final int DEFAULT_MINUTES = 15;

    @JsonCreator
    static Buffers of(
            @JsonProperty("beforeMinutes") @Nullable Integer beforeMinutes,
            @JsonProperty("afterMinutes") @Nullable Integer afterMinutes) {
        return new Buffers(
                beforeMinutes == null ? DEFAULT_MINUTES : beforeMinutes,
                afterMinutes == null ? DEFAULT_MINUTES : afterMinutes);
    }
}
