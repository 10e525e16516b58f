package org.coachbook.availability.schedules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * When a coach is open to a session type: the union of everything open to it, without what is closed to it.
 *
 * @param open whole windows, also where they begin before the asked-for range or end after it
 * @param instant the part in which a booking can be firm without the coach's answer
 */
public record OpenTimes(List<Range> open, List<Range> instant) {
    /** Windows are known this far around the range that is asked for, which is longer than any session. */
    private static final int MARGIN_MINUTES = 2 * 24 * 60;

    /**
     * The open times that touch {@code range}.
     *
     * @param sessionTypeId null for a session type that no dated entry names
     */
    public static OpenTimes of(Schedule schedule, @Nullable String sessionTypeId, Range range) {
        Predicate<DatedEntry> concerned =
                e -> sessionTypeId == null ? e.sessionTypeIds().isEmpty() : e.concerns(sessionTypeId);
        return of(schedule, concerned, concerned, range);
    }

    /**
     * The open times of several session types together.
     *
     * @param sessionTypes those that count; what is open to all of them or closed to all of them always does
     */
    public static OpenTimes ofAny(Schedule schedule, Predicate<String> sessionTypes, Range range) {
        return of(
                schedule,
                e -> e.sessionTypeIds().isEmpty() || e.sessionTypeIds().stream().anyMatch(sessionTypes),
                e -> e.sessionTypeIds().isEmpty(),
                range);
    }

    private static OpenTimes of(
            Schedule schedule, Predicate<DatedEntry> opens, Predicate<DatedEntry> closes, Range range) {
        Range around = range.widened(MARGIN_MINUTES, MARGIN_MINUTES);
        List<Range> closed = Ranges.union(dated(schedule, EntryKind.CLOSURE, closes, around));
        List<Range> instant = new ArrayList<>(weekly(schedule, true, around));
        instant.addAll(dated(schedule, EntryKind.OPENING, opens.and(DatedEntry::instant), around));
        List<Range> all = new ArrayList<>(instant);
        all.addAll(weekly(schedule, false, around));
        all.addAll(dated(schedule, EntryKind.OPENING, opens.and(e -> !e.instant()), around));
        return new OpenTimes(touching(all, closed, around, range), touching(instant, closed, around, range));
    }

    private static List<Range> touching(List<Range> open, List<Range> closed, Range around, Range range) {
        return Ranges.minus(Ranges.within(Ranges.union(open), around), closed).stream()
                .filter(range::overlaps)
                .toList();
    }

    private static List<Range> dated(Schedule schedule, EntryKind kind, Predicate<DatedEntry> concerned, Range around) {
        return schedule.entries().stream()
                .filter(e -> e.kind() == kind && concerned.test(e))
                .flatMap(e -> e.near(around))
                .toList();
    }

    private static List<Range> weekly(Schedule schedule, boolean instant, Range around) {
        var zone = schedule.zone();
        LocalDate first = around.from().atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = around.to().atZone(zone).toLocalDate().plusDays(1);
        List<WeeklyHours> hours = schedule.weeklyHours().stream()
                .filter(h -> h.instant() == instant)
                .toList();
        Stream<LocalDate> dates = hours.isEmpty() ? Stream.empty() : first.datesUntil(last.plusDays(1));
        return dates.flatMap(date -> hours.stream()
                        .filter(h -> h.day() == date.getDayOfWeek())
                        .flatMap(h -> h.on(date).in(zone).stream()))
                .toList();
    }
}
