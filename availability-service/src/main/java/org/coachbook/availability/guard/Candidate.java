package org.coachbook.availability.guard;

import java.time.Instant;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody might take.
 *
 * @param visible the session
 * @param occupied the session with its buffers
 * @param seat what of it, where several people share it; null: all
 * @param person who takes it; null for nobody in particular
 */
public record Candidate(
        String sessionTypeId,
        Range visible,
        Range occupied,
        @Nullable Seat seat,
        @Nullable String person) {
    /** A session of this type, with the type's buffers, for this person. */
    public static Candidate of(SessionType type, Instant start, int minutes, @Nullable String person) {
        Range visible = Range.ofMinutes(start, minutes);
        Buffers buffers = type.settings().buffers();
        Range occupied = visible.widened(buffers.beforeMinutes(), buffers.afterMinutes());
        return new Candidate(type.id(), visible, occupied, Seat.of(type, visible), person);
    }

    /** The same for a booking, which is told what is decided about a session that several people share. */
    public Candidate forBooking(String bookingId) {
        return as(seat == null ? null : seat.forBooking(bookingId));
    }

    /** The same, to be had only if a session that several people share is known to take place. */
    public Candidate onlyIfGoing() {
        return as(seat == null ? null : seat.onlyIfGoing());
    }

    private Candidate as(@Nullable Seat other) {
        return new Candidate(sessionTypeId, visible, occupied, other, person);
    }

    static Candidate of(Entry entry) {
        return new Candidate(entry.sessionTypeId(), entry.visible(), entry.occupied(), entry.seat(), entry.owner());
    }
}
