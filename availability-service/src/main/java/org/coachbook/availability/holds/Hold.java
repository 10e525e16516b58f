package org.coachbook.availability.holds;

import java.time.Instant;
import org.coachbook.availability.calendar.Range;

/** A time that somebody holds, as his allowance remembers it. */
public record Hold(
        String id,
        String coachId,
        String sessionTypeId,
        Instant from,
        Instant to,
        Instant occFrom,
        Instant occTo,
        Instant placedAt,
        Instant expiresAt) {

    Range visible() {
        return new Range(from, to);
    }

    Range occupied() {
        return new Range(occFrom, occTo);
    }

    /** Whether it is the time with this coach that starts then. */
    boolean isOf(String coach, Instant start) {
        return coachId.equals(coach) && from.equals(start);
    }

    /** The same until another time. */
    Hold until(Instant end) {
        return new Hold(id, coachId, sessionTypeId, from, to, occFrom, occTo, placedAt, end);
    }

    /** Whether both cannot be held side by side, because they are with one coach and too near. */
    boolean conflictsWith(Hold other) {
        return coachId.equals(other.coachId)
                && (visible().overlaps(other.occupied()) || occupied().overlaps(other.visible()));
    }

    /** Whether the same time is asked for. */
    boolean sameAs(Hold other) {
        return coachId.equals(other.coachId)
                && sessionTypeId.equals(other.sessionTypeId)
                && visible().equals(other.visible());
    }
}
