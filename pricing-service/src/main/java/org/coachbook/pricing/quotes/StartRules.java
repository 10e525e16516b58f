package org.coachbook.pricing.quotes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.contracts.availability.BookingDates;
import org.coachbook.contracts.availability.DurationRule;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.jspecify.annotations.Nullable;

/** Which starts, durations and series a coach offers at all, whatever his calendar says. */
final class StartRules {
    private static final Instant LAST = Instant.parse("+999999999-01-01T00:00:00Z");
    private static final int SECONDS = 60;

    private StartRules() {}

    /** What is wrong, field by field; empty when nothing is. */
    static List<FieldError> check(
            ScheduleChanged schedule, DurationRule rule, Instant start, int durationMinutes, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        checkStart(schedule, start, now)
                .map(message -> new FieldError("start", message))
                .ifPresent(errors::add);
        checkDuration(rule, durationMinutes)
                .map(message -> new FieldError("durationMinutes", message))
                .ifPresent(errors::add);
        return List.copyOf(errors);
    }

    /**
     * What is wrong with a series of so many sessions; one session is none.
     *
     * @param longest how many the session type allows; null when that is not known
     */
    static List<FieldError> checkSeries(@Nullable Integer longest, int occurrences) {
        if (occurrences == 1 || longest == null || occurrences <= longest) {
            return List.of();
        }
        String message = longest == 1
                ? "must be left out, as these sessions are booked one by one"
                : "must be at most " + longest + " for these sessions";
        return List.of(new FieldError("occurrences", message));
    }

    /** Notice is elapsed time, exactly met is enough; the window counts the coach's local dates. */
    private static Optional<String> checkStart(ScheduleChanged schedule, Instant start, Instant now) {
        if (start.isBefore(now)) {
            return Optional.of("is in the past");
        }
        if (start.isBefore(now.plus(Duration.ofMinutes(schedule.minimumNoticeMinutes())))) {
            return Optional.of("must be at least " + schedule.minimumNoticeMinutes() + " minutes ahead");
        }
        Optional<String> outside = outsideWindow(schedule, start, now);
        if (outside.isPresent()) {
            return outside;
        }
        return onGrid(schedule, start)
                ? Optional.empty()
                : Optional.of("must be on the coach's grid of " + schedule.slotStepMinutes()
                        + " minutes from local midnight");
    }

    private static Optional<String> outsideWindow(ScheduleChanged schedule, Instant start, Instant now) {
        ZoneId zone = ZoneId.of(schedule.timeZone());
        BookingDates dates = schedule.bookingWindow();
        if (dates != null) {
            return within(dates.from(), dates.to(), start, zone)
                    ? Optional.empty()
                    : Optional.of("must be on a date from " + dates.from() + " to " + dates.to());
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        return within(today, today.plusDays(schedule.bookingWindowDays()), start, zone)
                ? Optional.empty()
                : Optional.of("must be at most " + schedule.bookingWindowDays() + " days ahead");
    }

    /** No calendar has a date for what lies beyond {@link #LAST}. */
    private static boolean within(LocalDate first, LocalDate last, Instant start, ZoneId zone) {
        if (start.isAfter(LAST)) {
            return false;
        }
        LocalDate date = LocalDate.ofInstant(start, zone);
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** The label on the coach's local clock decides, on the days when clocks change, too. */
    private static boolean onGrid(ScheduleChanged schedule, Instant start) {
        ZonedDateTime local = start.atZone(ZoneId.of(schedule.timeZone()));
        return local.getNano() == 0
                && local.toLocalTime().toSecondOfDay() % (schedule.slotStepMinutes() * SECONDS) == 0;
    }

    private static Optional<String> checkDuration(DurationRule rule, int minutes) {
        boolean offered = minutes >= rule.minMinutes()
                && minutes <= rule.maxMinutes()
                && (minutes - rule.minMinutes()) % Math.max(1, rule.stepMinutes()) == 0;
        return offered
                ? Optional.empty()
                : Optional.of("must be between " + rule.minMinutes() + " and " + rule.maxMinutes() + " in steps of "
                        + rule.stepMinutes());
    }
}
