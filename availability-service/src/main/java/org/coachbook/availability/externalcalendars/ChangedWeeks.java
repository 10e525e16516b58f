package org.coachbook.availability.externalcalendars;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.AvailabilityChanged;

/** The weeks in which an external calendar's busy times differ from those of its last reading. Pure. */
final class ChangedWeeks {
    private ChangedWeeks() {}

    /**
     * The coach's weeks that differ, of those that can still be booked.
     *
     * @param knownUntil as far as both readings reach
     */
    static List<String> between(
            Map<String, List<Range>> before,
            Map<String, List<Range>> after,
            Schedule schedule,
            Instant now,
            Instant knownUntil) {
        Instant bookable = Horizon.needed(schedule, now);
        Instant end = bookable.isBefore(knownUntil) ? bookable : knownUntil;
        if (!now.isBefore(end)) {
            return List.of();
        }
        List<Range> old = times(before, new Range(now, end));
        List<Range> fresh = times(after, new Range(now, end));
        WeekGrid grid = schedule.localWeeks();
        return Stream.concat(Ranges.minus(old, fresh).stream(), Ranges.minus(fresh, old).stream())
                .flatMap(range -> grid.touchedBy(range).stream())
                .map(WeekGrid.Week::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Range> times(Map<String, List<Range>> weeks, Range bounds) {
        List<Range> all = weeks.values().stream().flatMap(Collection::stream).toList();
        return Ranges.within(Ranges.union(all), bounds);
    }

    /** What is announced of them: nothing where there are none. */
    static List<OutboxMessage> announced(ExternalCalendar calendar, List<String> weeks, long sequence) {
        return weeks.isEmpty()
                ? List.of()
                : List.of(OutboxMessage.of(
                        new AvailabilityChanged(calendar.coachId(), weeks),
                        calendar.id() + ":" + sequence,
                        calendar.coachId(),
                        calendar.id(),
                        sequence));
    }
}
