package org.coachbook.availability.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.coachbook.availability.calendar.ClockTime;
import org.coachbook.availability.schedules.BookingWindow;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.WeeklyHours;
import org.coachbook.contracts.availability.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is sent and answered.
 *
 * @param timeZone IANA zone
 * @param minimumNoticeMinutes elapsed minutes, default 120
 * @param bookingWindowDays 1 to 730, default 60
 * @param bookingWindow dates instead of days
 * @param slotStepMinutes multiple of 5 from 5 to 240, default 15
 */
public record ScheduleBody(
        @Nullable String timeZone,
        @Nullable List<Hours> weeklyHours,
        @Nullable Integer minimumNoticeMinutes,
        @Nullable Integer bookingWindowDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BookingWindow bookingWindow,
        @Nullable Integer slotStepMinutes,
        @Nullable Integer maxSessionsPerDay,
        @Nullable Integer maxSessionsPerWeek,
        @Nullable Visibility calendarVisibility) {
    /**
     * Opening hours of a weekday.
     *
     * @param from local time {@code HH:mm}
     * @param to local time, {@code 24:00} at most
     * @param availableForInstantBooking default true
     */
    public record Hours(
            @Nullable DayOfWeek day,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean availableForInstantBooking) {
        OptionalInt fromMinute() {
            return from == null ? OptionalInt.empty() : ClockTime.parse(from);
        }

        OptionalInt toMinute() {
            return to == null ? OptionalInt.empty() : ClockTime.parse(to);
        }

        private WeeklyHours toRule() {
            return new WeeklyHours(
                    Objects.requireNonNull(day),
                    fromMinute().orElseThrow(),
                    toMinute().orElseThrow(),
                    availableForInstantBooking == null || availableForInstantBooking);
        }

        private static Hours of(WeeklyHours hours) {
            return new Hours(
                    hours.day(),
                    ClockTime.format(hours.fromMinute()),
                    ClockTime.format(hours.toMinute()),
                    hours.instant());
        }
    }

    static ScheduleBody of(Schedule schedule) {
        return new ScheduleBody(
                schedule.timeZone(),
                schedule.weeklyHours().stream().map(Hours::of).toList(),
                schedule.minimumNoticeMinutes(),
                schedule.bookingWindowDays(),
                schedule.bookingWindow(),
                schedule.slotStepMinutes(),
                schedule.maxSessionsPerDay(),
                schedule.maxSessionsPerWeek(),
                schedule.calendarVisibility());
    }

    /** The rules of this body, which has no errors, in the place of those of {@code before}. */
    Schedule over(Schedule before) {
        return new Schedule(
                before.coachId(),
                before.anchorZone(),
                Objects.requireNonNull(timeZone),
                weeklyHours == null
                        ? List.of()
                        : WeeklyHours.merged(
                                weeklyHours.stream().map(Hours::toRule).toList()),
                before.entries(),
                or(minimumNoticeMinutes, Schedule.DEFAULT_NOTICE_MINUTES),
                or(bookingWindowDays, Schedule.DEFAULT_WINDOW_DAYS),
                bookingWindow,
                or(slotStepMinutes, Schedule.DEFAULT_STEP_MINUTES),
                maxSessionsPerDay,
                maxSessionsPerWeek,
                calendarVisibility == null ? Visibility.PUBLIC : calendarVisibility,
                before.version(),
                before.sequence());
    }

    private static int or(@Nullable Integer value, int standard) {
        return value == null ? standard : value;
    }
}
