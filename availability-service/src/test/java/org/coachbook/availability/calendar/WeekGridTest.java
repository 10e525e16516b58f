package org.coachbook.availability.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WeekGridTest {
    private final WeekGrid zurich = new WeekGrid(ZoneId.of("Europe/Zurich"));

    @Test
    void weeks_have_their_iso_names_and_begin_on_local_monday() {
        var week = zurich.of(Instant.parse("2027-02-28T23:00:00Z"));
        assertThat(week.name()).isEqualTo("2027-W09");
        assertThat(week.range().from()).isEqualTo(Instant.parse("2027-02-28T23:00:00Z"));
        assertThat(zurich.of(Instant.parse("2027-01-02T12:00:00Z")).name()).isEqualTo("2026-W53");
    }

    @Test
    void a_range_over_midnight_of_sunday_touches_two_weeks() {
        Instant border = Instant.parse("2027-02-28T23:00:00Z");
        assertThat(zurich.touchedBy(new Range(border.minusSeconds(60), border))).hasSize(1);
        assertThat(zurich.touchedBy(new Range(border.minusSeconds(60), border.plusSeconds(1))))
                .hasSize(2);
    }

    @Test
    void the_long_day_has_25_hours() {
        Range day = zurich.day(Instant.parse("2027-10-31T12:00:00Z"));
        assertThat(java.time.Duration.between(day.from(), day.to())).hasHours(25);
    }
}
