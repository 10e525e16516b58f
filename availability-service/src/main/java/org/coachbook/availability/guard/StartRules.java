package org.coachbook.availability.guard;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.availability.calendar.SlotGrid;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.Lengths;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * When a session may start as far as it depends on the rules and the clock alone; checked before any write, by search
 * and by the guard alike.
 *
 * @param earliest the first instant that keeps the minimum notice
 * @param windowOpens the first instant of the booking window
 * @param windowCloses the first instant after the booking window
 */
public record StartRules(
        Lengths lengths, SlotGrid grid, Instant now, Instant earliest, Instant windowOpens, Instant windowCloses) {
    /** What is wrong with a start or a length. */
    public enum Wrong {
        DURATION("durationMinutes", "is not a length that this session type has"),
        OFF_GRID("start", "is not on the coach's grid of start times"),
        PAST("start", "must not be in the past"),
        TOO_SOON("start", "is sooner than the coach's minimum notice"),
        OUTSIDE_WINDOW("start", "is outside the dates that can be booked");

        private final String field;
        private final String message;

        Wrong(String field, String message) {
            this.field = field;
            this.message = message;
        }

        /** The request's field to blame. */
        public String field() {
            return field;
        }

        public String message() {
            return message;
        }
    }

    /** The rules as they are now. */
    public static StartRules of(Schedule schedule, SessionType type, Instant now) {
        var local = schedule.localWeeks();
        return new StartRules(
                type.settings().duration(),
                schedule.grid(),
                now,
                now.plus(Duration.ofMinutes(schedule.minimumNoticeMinutes())),
                local.startOf(schedule.firstDate(now)),
                local.startOf(schedule.lastDate(now).plusDays(1)));
    }

    /** What is wrong with such a session, or null. */
    public @Nullable Wrong wrong(Instant start, int minutes) {
        if (!lengths.allow(minutes)) {
            return Wrong.DURATION;
        }
        if (start.isBefore(now)) {
            return Wrong.PAST;
        }
        if (!start.isBefore(windowCloses)) { // before the grid, which cannot count to the end of time
            return Wrong.OUTSIDE_WINDOW;
        }
        if (!grid.has(start)) {
            return Wrong.OFF_GRID;
        }
        if (start.isBefore(earliest)) {
            return Wrong.TOO_SOON;
        }
        return bookable(start) ? null : Wrong.OUTSIDE_WINDOW;
    }

    /** Whether notice and booking window allow the start. */
    public boolean bookable(Instant start) {
        return !start.isBefore(earliest) && !start.isBefore(windowOpens) && start.isBefore(windowCloses);
    }
}
