package org.coachbook.availability.guard;

import java.time.Instant;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.SessionType;

/**
 * A time that somebody might take.
 *
 * @param visible the session
 * @param occupied the session with its buffers
 */
public record Candidate(String sessionTypeId, Range visible, Range occupied) {
    /** A session of this type, with the type's buffers. */
    public static Candidate of(SessionType type, Instant start, int minutes) {
        Range visible = Range.ofMinutes(start, minutes);
        Buffers buffers = type.settings().buffers();
        return new Candidate(type.id(), visible, visible.widened(buffers.beforeMinutes(), buffers.afterMinutes()));
    }

    static Candidate of(Entry entry) {
        return new Candidate(entry.sessionTypeId(), entry.visible(), entry.occupied());
    }
}
