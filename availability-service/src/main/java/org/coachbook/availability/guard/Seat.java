package org.coachbook.availability.guard;

import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * A place in a session that several people share. Its entry stands beside those of the others; the session is there as
 * long as one of them is.
 *
 * @param session the same for all its seats and for nothing else: what, when and how long
 * @param capacity how many seats it had by its session type when this one was taken
 */
public record Seat(String session, int capacity) {
    /** A seat in the session of this type at this time; null where a session is for one person alone. */
    public static @Nullable Seat of(SessionType type, Range visible) {
        int capacity = type.settings().capacity().max();
        return capacity > 1 ? new Seat(type.id() + "@" + visible.from() + "/" + visible.to(), capacity) : null;
    }
}
