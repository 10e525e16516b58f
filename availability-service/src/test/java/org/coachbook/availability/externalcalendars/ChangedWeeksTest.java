package org.coachbook.availability.externalcalendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.schedules.Schedule;
import org.junit.jupiter.api.Test;

class ChangedWeeksTest {
    /** A Wednesday of week 9. */
    private static final Instant NOW = Instant.parse("2027-03-03T12:00:00Z");

    private static final Instant FAR = Instant.parse("2029-01-01T00:00:00Z");
    private static final Schedule SCHEDULE = Schedule.closed("coach", "Europe/Zurich");

    @Test
    void only_weeks_whose_times_differ_are_named() {
        assertThat(weeks(List.of("2027-03-09T10:00:00Z", "2027-03-16T10:00:00Z"), List.of("2027-03-09T10:00:00Z")))
                .containsExactly("2027-W11");
        assertThat(weeks(List.of("2027-03-09T10:00:00Z"), List.of("2027-03-09T10:15:00Z")))
                .containsExactly("2027-W10");
        assertThat(weeks(List.of("2027-03-09T10:00:00Z"), List.of("2027-03-09T10:00:00Z")))
                .isEmpty();
        assertThat(weeks(List.of(), List.of("2027-03-16T10:00:00Z", "2027-03-09T10:00:00Z")))
                .containsExactly("2027-W10", "2027-W11");
    }

    @Test
    void a_week_is_the_coachs_own() {
        assertThat(weeks(List.of(), List.of("2027-03-07T23:00:00Z"))).containsExactly("2027-W10");
        assertThat(weeks(List.of(), List.of("2027-03-07T22:30:00Z"))).containsExactly("2027-W09", "2027-W10");
    }

    @Test
    void the_past_and_what_only_one_reading_knows_are_not_compared() {
        assertThat(weeks(List.of("2027-03-03T11:00:00Z"), List.of())).isEmpty();
        Instant until = Instant.parse("2027-03-15T00:00:00Z");
        assertThat(ChangedWeeks.between(Map.of(), byWeek(List.of("2027-03-16T10:00:00Z")), SCHEDULE, NOW, until))
                .isEmpty();
        assertThat(ChangedWeeks.between(Map.of(), byWeek(List.of("2027-03-16T10:00:00Z")), SCHEDULE, NOW, NOW))
                .isEmpty();
    }

    private static List<String> weeks(List<String> before, List<String> after) {
        return ChangedWeeks.between(byWeek(before), byWeek(after), SCHEDULE, NOW, FAR);
    }

    /** An hour each. */
    private static Map<String, List<Range>> byWeek(List<String> starts) {
        List<Range> hours = starts.stream()
                .map(Instant::parse)
                .map(start -> new Range(start, start.plus(Duration.ofHours(1))))
                .toList();
        return Map.of("some", hours);
    }
}
