package org.coachbook.availability.slots;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;

/** Finds free times the naive way: looks at every minute by itself and asks each rule in its own words. */
record SlotOracle(
        Schedule schedule,
        SessionType type,
        int minutes,
        List<Entry> busy,
        List<Range> elsewhere,
        Instant now,
        String viewer) {
    List<Instant> in(Range range) {
        ZoneId zone = schedule.zone();
        List<Instant> found = new ArrayList<>();
        int open = 0;
        long last = range.to().getEpochSecond() + minutes * 60L;
        for (long second = range.from().getEpochSecond(); second < last; second += 60) {
            Instant minute = Instant.ofEpochSecond(second);
            open = isOpen(minute, zone) ? open + 1 : 0;
            Instant start = minute.minusSeconds((minutes - 1) * 60L);
            if (open >= minutes && range.has(start) && isFree(start, zone)) {
                found.add(start);
            }
        }
        return found;
    }

    private boolean isOpen(Instant at, ZoneId zone) {
        LocalDateTime label = LocalDateTime.ofInstant(at, zone);
        int minute = label.getHour() * 60 + label.getMinute();
        boolean weekly = schedule.weeklyHours().stream()
                .anyMatch(h -> h.day() == label.getDayOfWeek() && minute >= h.fromMinute() && minute < h.toMinute());
        return (weekly || dated(EntryKind.OPENING, at)) && !dated(EntryKind.CLOSURE, at);
    }

    private boolean dated(EntryKind kind, Instant at) {
        return schedule.entries().stream()
                .filter(e -> e.kind() == kind)
                .filter(e -> e.sessionTypeIds().isEmpty() || e.sessionTypeIds().contains(type.id()))
                .anyMatch(e -> covers(e, LocalDateTime.ofInstant(at, ZoneId.of(e.timeZone()))));
    }

    /** Recurring ones repeat daily in these tests. */
    private static boolean covers(DatedEntry entry, LocalDateTime label) {
        Duration length = Duration.between(entry.start(), entry.end());
        LocalDateTime start = entry.start();
        for (int day = 0; day < (entry.recurrence() == null ? 1 : 5); day++) {
            LocalDateTime from = start.plusDays(day);
            boolean excepted = entry.exceptDates().contains(from.toLocalDate());
            if (!excepted && !label.isBefore(from) && label.isBefore(from.plus(length))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(Instant start, ZoneId zone) {
        LocalDateTime label = LocalDateTime.ofInstant(start, zone);
        boolean onGrid = (label.getHour() * 60 + label.getMinute()) % schedule.slotStepMinutes() == 0;
        boolean noticed =
                Duration.between(now, start).toMinutes() >= schedule.minimumNoticeMinutes() && !start.isBefore(now);
        LocalDate lastDate = LocalDate.ofInstant(now, zone).plusDays(schedule.bookingWindowDays());
        return onGrid
                && noticed
                && !label.toLocalDate().isAfter(lastDate)
                && live().stream().allMatch(e -> apart(e, start) || e.heldBy(viewer) || isMate(e, start))
                && elsewhere.stream().allMatch(busy -> apart(busy, start))
                && seatLeft(start)
                && belowCaps(start, label, zone);
    }

    /** Whether it is somebody else's seat in the session that the viewer could join. */
    private boolean isMate(Entry e, Instant start) {
        return sameSession(e, start) && !e.owner().equals(viewer);
    }

    private boolean sameSession(Entry e, Instant start) {
        return e.seat() != null && e.from().equals(start) && e.to().equals(start.plus(Duration.ofMinutes(minutes)));
    }

    private boolean seatLeft(Instant start) {
        return live().stream().filter(e -> isMate(e, start)).count()
                < type.settings().capacity().max();
    }

    private List<Entry> live() {
        return busy.stream().filter(e -> now.isBefore(e.expiresAt())).toList();
    }

    /** The buffer between two sessions is the larger of the earlier one's after and the later one's before. */
    private boolean apart(Entry other, Instant start) {
        Instant end = start.plus(Duration.ofMinutes(minutes));
        var own = type.settings().buffers();
        if (!other.from().isBefore(end)) {
            long needed = Math.max(
                    own.afterMinutes(),
                    Duration.between(other.occFrom(), other.from()).toMinutes());
            return Duration.between(end, other.from()).toMinutes() >= needed;
        }
        long needed = Math.max(
                own.beforeMinutes(), Duration.between(other.to(), other.occTo()).toMinutes());
        return !other.to().isAfter(start) && Duration.between(other.to(), start).toMinutes() >= needed;
    }

    /** What the coach does elsewhere has no buffers; the session keeps its own from it. */
    private boolean apart(Range busy, Instant start) {
        var own = type.settings().buffers();
        Instant end = start.plus(Duration.ofMinutes(minutes));
        return !busy.to().plus(Duration.ofMinutes(own.beforeMinutes())).isAfter(start)
                || !busy.from().minus(Duration.ofMinutes(own.afterMinutes())).isBefore(end);
    }

    private boolean belowCaps(Instant start, LocalDateTime label, ZoneId zone) {
        List<LocalDateTime> counted = live().stream()
                .filter(Entry::counts)
                .filter(e -> apart(e, start) || !e.heldBy(viewer))
                .filter(e -> !sameSession(e, start))
                .collect(Collectors.toMap(e -> e.seat() == null ? e.id() : "shared", Entry::from, (a, b) -> a))
                .values()
                .stream()
                .map(from -> LocalDateTime.ofInstant(from, zone))
                .toList();
        long onDay = counted.stream()
                .filter(l -> l.toLocalDate().equals(label.toLocalDate()))
                .count();
        long inWeek = counted.stream().filter(l -> week(l) == week(label)).count();
        Integer day = schedule.maxSessionsPerDay();
        Integer week = schedule.maxSessionsPerWeek();
        return (day == null || onDay < day) && (week == null || inWeek < week);
    }

    private static int week(LocalDateTime label) {
        return label.get(IsoFields.WEEK_BASED_YEAR) * 100 + label.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
