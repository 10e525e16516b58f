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

    public Range visible() {
        return new Range(from, to);
    }

    public Range occupied() {
        return new Range(occFrom, occTo);
    }

    /** The same until another time. */
    Hold until(Instant end) {
        return new Hold(id, coachId, sessionTypeId, from, to, occFrom, occTo, placedAt, end);
    }

    /** Whether both cannot be held side by side, because they are with one coach and too near. */
    boolean conflictsWith(Hold other) {
        return conflictsWith(other.coachId, other.visible(), other.occupied());
    }

    /** Whether it cannot stand beside this time with that coach. */
    boolean conflictsWith(String coach, Range otherVisible, Range otherOccupied) {
        return coachId.equals(coach)
                && (visible().overlaps(otherOccupied) || occupied().overlaps(otherVisible));
    }

    /** Whether the same time is asked for. */
    boolean sameAs(Hold other) {
        return coachId.equals(other.coachId)
                && sessionTypeId.equals(other.sessionTypeId)
                && visible().equals(other.visible());
    }
}
