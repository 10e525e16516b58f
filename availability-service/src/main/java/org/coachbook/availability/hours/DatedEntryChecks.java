package org.coachbook.availability.hours;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.coachbook.availability.calendar.LocalWindow;
import org.coachbook.availability.calendar.Recurrence;
import org.coachbook.availability.input.Checks;
import org.coachbook.chassis.http.FieldError;

/** What has to hold for an opening or closure. */
final class DatedEntryChecks {
    private static final int MOST_DATES = 400;
    private static final int MOST_TYPES = 100;
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final String NEAR = "must be in this century or the next";

    private DatedEntryChecks() {}

    static List<FieldError> of(DatedEntryBody body) {
        Checks checks = new Checks()
                .present(body.kind(), "kind")
                .present(body.start(), "start")
                .present(body.end(), "end")
                .zone(body.timeZone(), "timeZone")
                .length(body.recurrence(), 500, "recurrence")
                .list(body.exceptDates(), MOST_DATES, "exceptDates")
                .list(body.sessionTypeIds(), MOST_TYPES, "sessionTypeIds");
        checks.that(
                body.exceptDates() == null
                        || body.exceptDates().stream().allMatch(date -> date == null || inRange(date.getYear())),
                "exceptDates",
                NEAR);
        times(checks, body);
        if (checks.errors().isEmpty()) {
            recurrence(checks, body);
        }
        return checks.errors();
    }

    private static void times(Checks checks, DatedEntryBody body) {
        LocalDateTime start = body.start();
        LocalDateTime end = body.end();
        if (start == null || end == null) {
            return;
        }
        checks.that(onMinute(start), "start", "must be a local date-time to the minute")
                .that(onMinute(end), "end", "must be a local date-time to the minute")
                .that(inRange(start.getYear()), "start", NEAR)
                .that(inRange(end.getYear()), "end", NEAR)
                .that(start.isBefore(end), "end", "must be after start")
                .that(
                        Duration.between(start, end).compareTo(LONGEST) <= 0,
                        "end",
                        "must be at most " + LONGEST.toDays() + " days after start");
    }

    private static boolean inRange(int year) {
        return year >= 2000 && year < 2200;
    }

    private static boolean onMinute(LocalDateTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }

    private static void recurrence(Checks checks, DatedEntryBody body) {
        LocalDateTime start = body.start();
        LocalDateTime end = body.end();
        if (body.recurrence() != null && start != null && end != null && body.timeZone() != null) {
            var window = new LocalWindow(start, end);
            Optional<String> problem = new Recurrence(body.recurrence(), window, ZoneId.of(body.timeZone())).problem();
            checks.that(problem.isEmpty(), "recurrence", problem.orElse(""));
        }
    }
}
