package org.coachbook.availability.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.AvailabilityChanged;
import org.coachbook.contracts.availability.BookingDates;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.jspecify.annotations.Nullable;

/** The messages that an edit of a schedule causes. */
final class ScheduleFacts {
    /** A session that begins so long before a changed time can still reach into it. */
    private static final int LONGEST_SESSION_MINUTES = 24 * 60;

    private ScheduleFacts() {}

    /** What others decide by, and which weeks may look different now; sequences follow {@code before}'s. */
    static List<OutboxMessage> of(Schedule before, Schedule after, Instant now) {
        String coach = after.coachId();
        var changed = new ScheduleChanged(
                coach,
                after.version(),
                after.timeZone(),
                after.minimumNoticeMinutes(),
                daysAhead(after, now),
                after.slotStepMinutes(),
                after.calendarVisibility(),
                dates(after.bookingWindow()));
        var announced = new AvailabilityChanged(coach, weeks(before, after, now));
        String id = coach + ":schedule:" + after.version();
        return List.of(
                OutboxMessage.of(changed, id, coach, coach, after.sequence() - 1),
                OutboxMessage.of(announced, id + ":weeks", coach, coach, after.sequence()));
    }

    private static @Nullable BookingDates dates(@Nullable BookingWindow window) {
        return window == null ? null : new BookingDates(window.from(), window.to());
    }

    /** How many days ahead can be booked, of fixed dates for those who know of days only. */
    private static int daysAhead(Schedule schedule, Instant now) {
        LocalDate today = now.atZone(schedule.zone()).toLocalDate();
        return (int) Math.max(0, ChronoUnit.DAYS.between(today, schedule.lastDate(now)));
    }

    /** The ISO weeks of those that can be booked before or after the edit in which it may change something. */
    private static List<String> weeks(Schedule before, Schedule after, Instant now) {
        LocalDate last = Stream.of(before.lastDate(now), after.lastDate(now))
                .max(LocalDate::compareTo)
                .orElseThrow();
        Instant end = after.localWeeks().startOf(last.plusDays(1));
        if (!now.isBefore(end)) {
            return List.of();
        }
        Range ahead = new Range(now, end);
        Predicate<Range> changed =
                before.differsInEntriesOnly(after) ? entriesChanged(before, after, ahead) : _ -> true;
        return after.localWeeks().touchedBy(ahead).stream()
                .filter(week -> changed.test(week.range()))
                .map(WeekGrid.Week::name)
                .toList();
    }

    /** Whether an opening or closure that is in one of the schedules only has a part in the range. */
    private static Predicate<Range> entriesChanged(Schedule before, Schedule after, Range ahead) {
        Set<DatedEntry> old = Set.copyOf(before.entries());
        Set<DatedEntry> fresh = Set.copyOf(after.entries());
        List<Range> times = Stream.concat(
                        old.stream().filter(entry -> !fresh.contains(entry)),
                        fresh.stream().filter(entry -> !old.contains(entry)))
                .flatMap(entry -> entry.near(ahead.widened(0, LONGEST_SESSION_MINUTES)))
                .map(time -> time.widened(LONGEST_SESSION_MINUTES, 0))
                .toList();
        return range -> times.stream().anyMatch(range::overlaps);
    }
}
