package org.coachbook.availability.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.coachbook.availability.calendar.WeekGrid.Week;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;

/** Sees to it that what was refused stays refused, however often it is asked for and whatever is free by then. */
@ApplicationScoped
public class Tombstones {
    private final WeekRepository weeks;
    private final WeekBuilder builder;
    private final Clock clock;

    Tombstones(WeekRepository weeks, WeekBuilder builder, Clock clock) {
        this.weeks = weeks;
        this.builder = builder;
        this.clock = clock;
    }

    /**
     * Lets an id that has no time never have one.
     *
     * @throws ProblemException 503 when it has one, because it was asked for at the same moment by another replica
     */
    public void leave(Schedule schedule, String id, Instant start) {
        Week week = schedule.weeks().of(start);
        String weekId = Attempt.weekId(schedule.coachId(), week.name());
        if (weeks.find(weekId) == null) {
            builder.build(schedule, week);
        }
        var release = new ReleaseUpdate(id, List.of(), clock.instant());
        if (weeks.write(release.notStanding(weekId), release.pipeline(true), release.variables(), 0) == null) {
            CalendarWeek known = weeks.find(weekId);
            if (known == null || !known.hasGone(id)) {
                throw Problem.tryAgain().asException();
            }
        }
    }
}
