package org.coachbook.availability.externalcalendars;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.schedules.Schedule;

/** How far busy times have to be known: as far as sessions can be booked, with room for the days until they are read. */
final class Horizon {
    private static final Duration PAST = Duration.ofDays(3);
    private static final Duration LEAST = Duration.ofDays(800);
    private static final int LONGEST_SESSION_DAYS = 3;
    private static final int ROOM_DAYS = 7;

    private Horizon() {}

    /** What a reading takes in. */
    static Range of(Schedule schedule, Instant now) {
        Instant least = now.plus(LEAST);
        Instant bookable = until(schedule, now, ROOM_DAYS);
        return new Range(now.minus(PAST), bookable.isAfter(least) ? bookable : least);
    }

    /** How far they have to be known for a search. */
    static Instant needed(Schedule schedule, Instant now) {
        return until(schedule, now, LONGEST_SESSION_DAYS);
    }

    private static Instant until(Schedule schedule, Instant now, int days) {
        return schedule.localWeeks().startOf(schedule.lastDate(now).plusDays(days));
    }
}
