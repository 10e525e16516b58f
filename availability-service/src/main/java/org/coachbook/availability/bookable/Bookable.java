package org.coachbook.availability.bookable;

import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;

/**
 * A session type that can be booked, in the coach's schedule, as somebody wants it.
 *
 * @param schedule closed, of version 0, where the coach has none yet
 */
public record Bookable(Schedule schedule, SessionType type, Viewer client) {
    /** Whether this client may see that there is such a session type. */
    boolean isVisible() {
        return client.maySee(type.settings().calendarVisibility());
    }
}
