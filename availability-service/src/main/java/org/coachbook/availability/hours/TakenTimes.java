package org.coachbook.availability.hours;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.coachbook.availability.schedules.Schedule;

/** Finds what lies in closures. */
@ApplicationScoped
class TakenTimes {
    /** Nothing is booked farther ahead, unless the coach has fixed dates of his own for that. */
    private static final Duration AHEAD = Duration.ofDays(732);

    private final CalendarWeeks weeks;
    private final Clock clock;

    TakenTimes(CalendarWeeks weeks, Clock clock) {
        this.weeks = weeks;
        this.clock = clock;
    }

    /** The taken times that a closure touches and that are not over; none for an opening. */
    List<TakenTime> inside(Schedule schedule, DatedEntry entry) {
        Instant now = clock.instant();
        Instant end = now.plus(AHEAD);
        Instant bookable = schedule.localWeeks().startOf(schedule.lastDate(now).plusDays(1));
        Range ahead = new Range(now, bookable.isAfter(end) ? bookable : end);
        List<Range> closed = entry.kind() == EntryKind.CLOSURE
                ? Ranges.union(entry.near(ahead).toList())
                : List.of();
        if (closed.isEmpty()) {
            return List.of();
        }
        Range all = new Range(closed.getFirst().from(), closed.getLast().to());
        return weeks.occupancy(schedule, all, now).entries().stream()
                .filter(taken -> taken.to().isAfter(now) && entry.concerns(taken.sessionTypeId()))
                .filter(taken -> closed.stream().anyMatch(taken.visible()::overlaps))
                .map(TakenTime::of)
                .toList();
    }
}
