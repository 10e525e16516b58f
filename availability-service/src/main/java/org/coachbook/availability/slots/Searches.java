package org.coachbook.availability.slots;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;

/**
 * Turns a query into what is to be searched for, as far as the caller may see it. What one request can cause is bounded
 * before anything is computed, by what could be found where a coach is always open.
 */
@ApplicationScoped
class Searches {
    private static final int DAY_MINUTES = 24 * 60;

    /** As many starts as one session type can have on the finest grid in the longest range. */
    private static final int MOST_STARTS = DateRange.MOST_DAYS * DAY_MINUTES / 5;

    private final SessionTypes types;
    private final Schedules schedules;
    private final Viewers viewers;
    private final CurrentCaller caller;

    Searches(SessionTypes types, Schedules schedules, Viewers viewers, CurrentCaller caller) {
        this.types = types;
        this.schedules = schedules;
        this.viewers = viewers;
        this.caller = caller;
    }

    /** A search in one schedule: every session type in each of the asked lengths that it has. */
    record Search(Schedule schedule, List<FreeTimes.Wanted> wanted) {}

    /** What the caller searches for, or the problem that ends the request: not there, not visible, no such length. */
    Search of(String coachId, SlotQuery query) {
        Viewer viewer = viewers.of(coachId, caller);
        List<SessionType> asked = query.sessionTypes().stream()
                .map(id -> visible(coachId, id, viewer))
                .toList();
        Schedule schedule = schedules.of(coachId).orElseGet(() -> Schedule.closed(coachId, "UTC"));
        viewer.require(schedule.calendarVisibility(), "calendar");
        requireLengths(query, asked);
        List<FreeTimes.Wanted> wanted = asked.stream()
                .flatMap(type -> query.lengthsOf(type).stream()
                        .map(minutes -> new FreeTimes.Wanted(schedule, type, minutes, viewer.userId())))
                .toList();
        requireBounded(query, schedule, wanted.size());
        return new Search(schedule, wanted);
    }

    private SessionType visible(String coachId, String id, Viewer viewer) {
        SessionType type = types.bookable(coachId, id)
                .orElseThrow(() -> Problem.notFound("session type").asException());
        viewer.require(type.settings().calendarVisibility(), "session type");
        return type;
    }

    private static void requireBounded(SlotQuery query, Schedule schedule, int searches) {
        long starts = (long) searches * query.dates().days() * Math.ceilDiv(DAY_MINUTES, schedule.slotStepMinutes());
        String message = "asks for too much at once: ask for fewer days, session types or lengths";
        Refusals.require(new Checks().that(starts <= MOST_STARTS, "to", message).errors());
    }

    private static void requireLengths(SlotQuery query, List<SessionType> asked) {
        boolean known = query.lengths().stream().allMatch(minutes -> asked.stream()
                .anyMatch(type -> type.settings().duration().allow(minutes)));
        String message = asked.size() == 1
                ? "is not a length that this session type has"
                : "is not a length that any of these session types has";
        Refusals.require(new Checks().that(known, "duration", message).errors());
    }
}
