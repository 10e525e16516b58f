package org.coachbook.availability.slots;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A free time.
 *
 * @param heldByYou true on the time that the viewer holds himself, else left out
 * @param seatsLeft in a session that others have joined and that can be joined, else left out
 * @param sessionTypeId of what it is free for, where several session types or lengths were asked for
 * @param durationMinutes beside {@code sessionTypeId}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slot(
        Instant start,
        Instant end,
        @Nullable Boolean heldByYou,
        @Nullable Integer seatsLeft,
        @Nullable String sessionTypeId,
        @Nullable Integer durationMinutes) {
    /** A free time of the one thing that is asked for. */
    public Slot(Instant start, Instant end, @Nullable Boolean heldByYou, @Nullable Integer seatsLeft) {
        this(start, end, heldByYou, seatsLeft, null, null);
    }

    Slot named(FreeTimes.Wanted wanted) {
        return new Slot(start, end, heldByYou, seatsLeft, wanted.type().id(), wanted.minutes());
    }

    Slot unnamed() {
        return new Slot(start, end, heldByYou, seatsLeft);
    }
}
