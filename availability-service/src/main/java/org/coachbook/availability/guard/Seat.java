package org.coachbook.availability.guard;

import java.time.Instant;
import org.bson.Document;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.sessiontypes.Capacity;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * A place in a session that several people share. Its entry stands beside those of the others; the session is there as
 * long as one of them is.
 *
 * @param session the same for all its seats and for nothing else: what, when and how long
 * @param capacity how many seats it had by its session type when this one was taken
 * @param booking who is told what is decided about the session; null for nobody, as for a hold
 * @param minimum what the session needs to take place, until the seat was told that it does; null: nothing
 */
public record Seat(
        String session,
        int capacity,
        @Nullable String booking,
        @Nullable Minimum minimum) {
    Seat(String session, int capacity) {
        this(session, capacity, null, null);
    }

    /** A seat in the session of this type at this time; null where a session is for one person alone. */
    public static @Nullable Seat of(SessionType type, Range visible) {
        Capacity capacity = type.settings().capacity();
        String session = type.id() + "@" + visible.from() + "/" + visible.to();
        Minimum minimum = Minimum.of(capacity.minimum(), visible.from());
        return capacity.max() > 1 ? new Seat(session, capacity.max(), null, minimum) : null;
    }

    Seat forBooking(String bookingId) {
        return new Seat(session, capacity, bookingId, minimum);
    }

    /** The same one, which is had only if the session is known to take place. */
    Seat onlyIfGoing() {
        Minimum decided = minimum == null ? null : new Minimum(minimum.attendees(), Instant.EPOCH);
        return new Seat(session, capacity, booking, decided);
    }

    /** The same one, about whose session nothing is left to be decided. */
    Seat decided() {
        return new Seat(session, capacity, booking, null);
    }

    Document toDocument() {
        Document document = new Document("session", session).append("capacity", capacity);
        if (booking != null) {
            document.append("booking", booking);
        }
        return minimum == null
                ? document
                : document.append(
                        "minimum",
                        new Document("attendees", minimum.attendees()).append("decidesAt", minimum.decidesAt()));
    }
}
