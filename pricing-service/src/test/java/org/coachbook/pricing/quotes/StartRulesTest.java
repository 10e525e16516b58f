package org.coachbook.pricing.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.contracts.availability.BookingDates;
import org.coachbook.contracts.availability.DurationRule;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRulesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final DurationRule DURATION = new DurationRule(60, 30, 120, 15);

    /** Two hours' notice, 60 days ahead, every 15 minutes. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "ok",
            value = {
                "2027-03-01T10:00:00Z, ok",
                "2027-03-01T09:59:59Z, must be at least 120 minutes ahead",
                "2027-03-01T07:59:59Z, is in the past",
                "-1000000000-01-01T00:00:00Z, is in the past",
                "2027-03-01T10:05:00Z, must be on the coach's grid of 15 minutes from local midnight",
                "2027-03-01T10:15:01Z, must be on the coach's grid of 15 minutes from local midnight",
                "2027-03-01T10:15:00.001Z, must be on the coach's grid of 15 minutes from local midnight",
                "2027-04-30T21:45:00Z, ok",
                "2027-04-30T22:00:00Z, must be at most 60 days ahead",
                "+1000000000-12-31T23:00:00Z, must be at most 60 days ahead"
            })
    void a_start_is_refused_with_what_is_wrong(String start, @Nullable String message) {
        List<FieldError> errors = check("Europe/Zurich", 15, start, 60);
        if (message == null) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors).containsExactly(new FieldError("start", message));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-31T21:45:00Z, false",
        "2027-05-31T22:00:00Z, true",
        "2027-06-30T21:45:00Z, true",
        "2027-06-30T22:00:00Z, false",
        "+1000000000-12-31T23:00:00Z, false"
    })
    void of_fixed_dates_the_first_and_the_last_count(String start, boolean ok) {
        BookingDates june = new BookingDates(LocalDate.parse("2027-06-01"), LocalDate.parse("2027-06-30"));
        ScheduleChanged schedule = new ScheduleChanged("c", 1, "Europe/Zurich", 120, 60, 15, Visibility.PUBLIC, june);
        List<FieldError> errors = StartRules.check(schedule, DURATION, Instant.parse(start), 60, NOW);
        if (ok) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors)
                    .containsExactly(new FieldError("start", "must be on a date from 2027-06-01 to 2027-06-30"));
        }
    }

    @Test
    void the_grid_is_that_of_the_local_clock_in_half_hour_zones_and_on_the_short_day() {
        assertThat(check("Asia/Kolkata", 60, "2027-03-02T04:30:00Z", 60)).isEmpty();
        assertThat(check("Asia/Kolkata", 60, "2027-03-02T04:00:00Z", 60)).hasSize(1);
        assertThat(check("Europe/Zurich", 120, "2027-03-28T02:00:00Z", 60))
                .as("04:00 by the clock, three hours after midnight")
                .isEmpty();
        assertThat(check("Europe/Zurich", 120, "2027-03-28T01:00:00Z", 60))
                .as("03:00 by the clock, two hours after midnight")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 45, 60, 120})
    void durations_go_by_steps_from_the_shortest(int minutes) {
        assertThat(check("Europe/Zurich", 15, "2027-03-02T08:00:00Z", minutes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -30, 29, 31, 135, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void other_durations_are_refused(int minutes) {
        assertThat(check("Europe/Zurich", 15, "2027-03-02T08:00:00Z", minutes))
                .containsExactly(new FieldError("durationMinutes", "must be between 30 and 120 in steps of 15"));
    }

    private static List<FieldError> check(String zone, int step, String start, int minutes) {
        ScheduleChanged schedule = new ScheduleChanged("c", 1, zone, 120, 60, step, Visibility.PUBLIC, null);
        return StartRules.check(schedule, DURATION, Instant.parse(start), minutes, NOW);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 2, false", "5, 5, true", "5, 6, false", ", 12, true"})
    void a_series_is_as_long_as_its_session_type_may_be(@Nullable Integer longest, int occurrences, boolean offered) {
        assertThat(StartRules.checkSeries(longest, occurrences))
                .extracting(FieldError::field)
                .isEqualTo(offered ? List.of() : List.of("occurrences"));
    }
}
