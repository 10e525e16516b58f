package org.coachbook.availability.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.AvailabilityChanged;
import org.coachbook.contracts.availability.BookingDates;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.jspecify.annotations.Nullable;

/** The messages that an edit of a schedule causes. */
final class ScheduleFacts {
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

    /** The ISO weeks that can be booked before or after the edit. */
    private static List<String> weeks(Schedule before, Schedule after, Instant now) {
        LocalDate last = Stream.of(before.lastDate(now), after.lastDate(now))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return after.weeksUntil(last, now);
    }
}
