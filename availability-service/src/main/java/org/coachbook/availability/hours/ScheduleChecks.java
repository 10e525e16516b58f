package org.coachbook.availability.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.coachbook.availability.calendar.ClockTime;
import org.coachbook.availability.hours.ScheduleBody.Hours;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.schedules.BookingWindow;
import org.coachbook.chassis.http.FieldError;
import org.jspecify.annotations.Nullable;

/** What has to hold for a schedule. */
final class ScheduleChecks {
    private static final int MOST_HOURS = 200;
    private static final int LONGEST_NOTICE = 60 * 24 * 365;
    /** Searches and announcements go through all weeks that can be booked. */
    private static final int FARTHEST_DAYS = 3 * 365;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private ScheduleChecks() {}

    static List<FieldError> of(ScheduleBody body, Instant now) {
        Checks checks = new Checks()
                .zone(body.timeZone(), "timeZone")
                .within(body.minimumNoticeMinutes(), 0, LONGEST_NOTICE, "minimumNoticeMinutes")
                .within(body.bookingWindowDays(), 1, 730, "bookingWindowDays")
                .within(body.slotStepMinutes(), 5, 240, "slotStepMinutes")
                .that(
                        body.slotStepMinutes() == null || body.slotStepMinutes() % 5 == 0,
                        "slotStepMinutes",
                        "must be a multiple of 5")
                .within(body.maxSessionsPerDay(), 1, 1000, "maxSessionsPerDay")
                .within(body.maxSessionsPerWeek(), 1, 1000, "maxSessionsPerWeek");
        window(checks, body.bookingWindow(), today(body.timeZone(), now));
        List<Hours> hours = body.weeklyHours() == null ? List.of() : body.weeklyHours();
        checks.that(hours.size() <= MOST_HOURS, "weeklyHours", "must be at most " + MOST_HOURS);
        for (int i = 0; i < hours.size(); i++) {
            hours(checks, hours.get(i), "weeklyHours[" + i + "]");
        }
        return checks.errors();
    }

    /** In the coach's zone, if it is one. */
    private static LocalDate today(@Nullable String timeZone, Instant now) {
        boolean known = timeZone != null && Checks.isZone(timeZone);
        return LocalDate.ofInstant(now, known ? ZoneId.of(timeZone) : ZoneOffset.UTC);
    }

    @SuppressWarnings("NullAway") // JSON may hold null where the record promises a value
    private static void window(Checks checks, @Nullable BookingWindow window, LocalDate today) {
        if (window != null) {
            checks.present(window.from(), "bookingWindow.from").present(window.to(), "bookingWindow.to");
            checks.that(
                    window.from() == null || window.to() == null || !window.to().isBefore(window.from()),
                    "bookingWindow.to",
                    "must not be before bookingWindow.from");
            checks.that(
                    window.from() == null || !window.from().isBefore(EARLIEST),
                    "bookingWindow.from",
                    "must not be before " + EARLIEST);
            checks.that(window.to() == null || !window.to().isBefore(today), "bookingWindow.to", "must not be past");
            checks.that(
                    window.to() == null || !window.to().isAfter(today.plusDays(FARTHEST_DAYS)),
                    "bookingWindow.to",
                    "must be at most " + FARTHEST_DAYS + " days from today");
        }
    }

    private static void hours(Checks checks, @Nullable Hours hours, String field) {
        checks.present(hours, field);
        if (hours == null) {
            return;
        }
        OptionalInt from = hours.fromMinute();
        OptionalInt to = hours.toMinute();
        checks.present(hours.day(), field + ".day")
                .that(
                        from.isPresent() && from.getAsInt() < ClockTime.MINUTES_OF_DAY,
                        field + ".from",
                        "must be a local time HH:mm")
                .that(to.isPresent(), field + ".to", "must be a local time HH:mm, 24:00 at most")
                .that(
                        from.isEmpty() || to.isEmpty() || from.getAsInt() < to.getAsInt(),
                        field + ".to",
                        "must be after from");
    }
}
