package org.coachbook.availability.schedules;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.LocalWindow;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * One opening or closure on given dates. It keeps its own zone when the coach moves.
 *
 * @param start label of the first occurrence on the clock of {@code timeZone}
 * @param recurrence RFC 5545 RRULE, null for a single occurrence
 * @param exceptDates local dates of occurrences that do not take place; they still count in COUNT
 * @param sessionTypeIds for whom it opens or closes; empty: all
 * @param instant whether a booking inside can be firm without the coach's answer
 * @param version the schedule's version that this entry was last written with
 */
public record DatedEntry(
        String id,
        EntryKind kind,
        LocalDateTime start,
        LocalDateTime end,
        String timeZone,
        @Nullable String recurrence,
        List<LocalDate> exceptDates,
        List<String> sessionTypeIds,
        boolean instant,
        long version) {

    /** Whether it opens or closes for this session type. */
    public boolean concerns(String sessionTypeId) {
        return sessionTypeIds.isEmpty() || sessionTypeIds.contains(sessionTypeId);
    }

    /** All instants of it near {@code around}: those inside are complete, some outside may be there, too. */
    public Stream<Range> near(Range around) {
        ZoneId zone = ZoneId.of(timeZone);
        return windows(around, zone)
                .filter(w -> !exceptDates.contains(w.from().toLocalDate()))
                .flatMap(w -> w.in(zone).stream())
                .filter(around::overlaps);
    }

    private Stream<LocalWindow> windows(Range around, ZoneId zone) {
        LocalWindow first = new LocalWindow(start, end);
        Duration margin = Duration.between(start, end).plusDays(2);
        LocalDateTime earliest = LocalDateTime.ofInstant(around.from(), zone).minus(margin);
        LocalDateTime latest = LocalDateTime.ofInstant(around.to(), zone).plusDays(2);
        if (recurrence != null) {
            return new Recurrence(recurrence, first, zone).between(earliest, latest).stream();
        }
        return start.isBefore(earliest) || start.isAfter(latest) ? Stream.empty() : Stream.of(first);
    }
}
