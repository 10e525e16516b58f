package org.coachbook.availability.schedules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coachbook.availability.calendar.LocalWindow;

/**
 * Opening hours of one weekday, on the coach's local clock.
 *
 * @param fromMinute minute of the day, 0 to 1439
 * @param toMinute minute of the day, up to 1440, which is the next midnight
 * @param instant whether a booking inside can be firm without the coach's answer
 */
public record WeeklyHours(DayOfWeek day, int fromMinute, int toMinute, boolean instant) {
    /** The window on this date, which has to be such a weekday. */
    LocalWindow on(LocalDate date) {
        var midnight = date.atStartOfDay();
        return new LocalWindow(midnight.plusMinutes(fromMinute), midnight.plusMinutes(toMinute));
    }

    /** The same hours with overlapping and touching entries of one kind merged, in the order of the week. */
    public static List<WeeklyHours> merged(List<WeeklyHours> hours) {
        List<WeeklyHours> merged = new ArrayList<>();
        hours.stream()
                .sorted(Comparator.comparing(WeeklyHours::day)
                        .thenComparing(WeeklyHours::instant)
                        .thenComparing(WeeklyHours::fromMinute))
                .forEach(next -> {
                    if (!merged.isEmpty() && merged.getLast().reaches(next)) {
                        merged.add(merged.removeLast().joined(next));
                    } else {
                        merged.add(next);
                    }
                });
        merged.sort(Comparator.comparing(WeeklyHours::day).thenComparing(WeeklyHours::fromMinute));
        return List.copyOf(merged);
    }

    private boolean reaches(WeeklyHours later) {
        return day == later.day && instant == later.instant && toMinute >= later.fromMinute;
    }

    private WeeklyHours joined(WeeklyHours later) {
        return new WeeklyHours(day, fromMinute, Math.max(toMinute, later.toMinute), instant);
    }
}
