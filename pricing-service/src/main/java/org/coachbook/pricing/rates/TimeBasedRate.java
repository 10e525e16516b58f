package org.coachbook.pricing.rates;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Another rate at some hours of the week, by the coach's local clock.
 *
 * @param fromMinute minute of the day, inclusive
 * @param toMinute minute of the day, exclusive; 1440 ends the day
 */
public record TimeBasedRate(Set<DayOfWeek> days, int fromMinute, int toMinute, RateChange change) {
    /** Whether the clock's label lies in it. */
    boolean covers(LocalDateTime label) {
        int minute = label.getHour() * 60 + label.getMinute();
        return minute >= fromMinute && minute < toMinute && days.contains(label.getDayOfWeek());
    }

    boolean overlaps(TimeBasedRate other) {
        return fromMinute < other.toMinute
                && other.fromMinute < toMinute
                && days.stream().anyMatch(other.days::contains);
    }
}
