package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.sessiontypes.SessionTypes;

/** Finds what a client may book with a coach. */
@ApplicationScoped
class Bookables {
    private final SessionTypes types;
    private final Schedules schedules;
    private final Viewers viewers;

    Bookables(SessionTypes types, Schedules schedules, Viewers viewers) {
        this.types = types;
        this.schedules = schedules;
        this.viewers = viewers;
    }

    /** A session type that the client may book, in the coach's schedule as it was read. */
    record Bookable(Schedule schedule, SessionType type, Viewer client) {}

    /** The coach's schedule, whoever asks. */
    Optional<Schedule> calendarOf(String coachId) {
        return schedules.of(coachId);
    }

    /** The session type, unless it is not there, not bookable or not to be seen by this client. */
    Optional<Bookable> of(String coachId, String clientId, String sessionTypeId) {
        Viewer client = viewers.of(coachId, clientId);
        return types.bookable(coachId, sessionTypeId)
                .filter(type -> client.maySee(type.settings().calendarVisibility()))
                .flatMap(type -> schedules.of(coachId).map(schedule -> new Bookable(schedule, type, client)));
    }
}
