package org.coachbook.availability.calendar;

import java.time.Duration;
import java.time.Instant;

/** A half-open, non-empty range of time: {@code from} belongs to it, {@code to} does not. */
public record Range(Instant from, Instant to) {
    public Range {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A range ends after it begins: " + from + " – " + to);
        }
    }

    /** The range of so many minutes from {@code start}. */
    public static Range ofMinutes(Instant start, int minutes) {
        return new Range(start, start.plus(Duration.ofMinutes(minutes)));
    }

    /** Whether some instant lies in both. */
    public boolean overlaps(Range other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Whether all of {@code other} lies in this one. */
    public boolean covers(Range other) {
        return !from.isAfter(other.from) && !to.isBefore(other.to);
    }

    /** Whether the instant lies in it. */
    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** This range made longer on both sides, in minutes. */
    public Range widened(int minutesBefore, int minutesAfter) {
        return new Range(from.minus(Duration.ofMinutes(minutesBefore)), to.plus(Duration.ofMinutes(minutesAfter)));
    }
}
