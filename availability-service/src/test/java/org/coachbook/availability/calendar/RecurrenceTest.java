package org.coachbook.availability.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2027-03-01T18:00");
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @Test
    void every_second_week_keeps_its_local_time_over_the_change_of_clocks() {
        assertThat(starts("FREQ=WEEKLY;INTERVAL=2;COUNT=4", "2027-01-01T00:00"))
                .containsExactly("2027-03-01T18:00", "2027-03-15T18:00", "2027-03-29T18:00", "2027-04-12T18:00");
    }

    @Test
    void a_look_far_ahead_still_counts_from_the_start() {
        assertThat(starts("FREQ=WEEKLY;INTERVAL=2;COUNT=4", "2027-03-20T00:00"))
                .containsExactly("2027-03-29T18:00", "2027-04-12T18:00");
    }

    @Test
    void until_is_an_instant_and_belongs_to_the_rule() {
        assertThat(starts("FREQ=DAILY;UNTIL=20270303T170000Z", "2027-01-01T00:00"))
                .containsExactly("2027-03-01T18:00", "2027-03-02T18:00", "2027-03-03T18:00");
        assertThat(starts("FREQ=DAILY;UNTIL=20270303T165959Z", "2027-01-01T00:00"))
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "FREQ=HOURLY, must not repeat within a day",
        "FREQ=DAILY;BYHOUR=9, must not repeat within a day",
        "FREQ=SOMETIMES, is not an RFC 5545 recurrence rule",
        "$gt, is not an RFC 5545 recurrence rule",
        "FREQ=DAILY;COUNT=100000, must have at most 1000 occurrences",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, 'has no occurrence, or none for too long a time'",
        "FREQ=YEARLY;INTERVAL=5, must repeat within four years: its INTERVAL can be at most 4",
        "FREQ=MONTHLY;INTERVAL=49, must repeat within four years: its INTERVAL can be at most 48",
        "FREQ=WEEKLY;INTERVAL=209, must repeat within four years: its INTERVAL can be at most 208",
        "FREQ=DAILY;INTERVAL=1461, must repeat within four years: its INTERVAL can be at most 1460",
        "RRULE:FREQ=WEEKLY, 'must be the rule alone; leave out \"RRULE:\"'",
        "FREQ=WEEKLY;BYDAY=TU, does not begin at the start that is given",
        "FREQ=DAILY;UNTIL=20270303, 'needs UNTIL as a date-time in UTC, as in UNTIL=20271231T230000Z'",
        "FREQ=DAILY;UNTIL=20270303T180000, 'needs UNTIL as a date-time in UTC, as in UNTIL=20271231T230000Z'"
    })
    void rules_that_cannot_be_kept_are_refused(String rule, String problem) {
        assertThat(of(rule, MONDAY.plusHours(2)).problem()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=DAILY;INTERVAL=20000000;COUNT=2",
                "FREQ=DAILY;INTERVAL=1460;BYMONTH=2;BYMONTHDAY=29",
                "FREQ=DAILY;INTERVAL=1460;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;INTERVAL=1000;BYSETPOS=366;BYMONTHDAY=1",
                "FREQ=DAILY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29;BYDAY=TU",
                "FREQ=WEEKLY;INTERVAL=2147483647",
                "FREQ=WEEKLY;INTERVAL=208;BYMONTH=2;BYDAY=MO;BYSETPOS=40",
                "FREQ=MONTHLY;INTERVAL=2147483647",
                "FREQ=MONTHLY;INTERVAL=48;BYMONTH=2",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "FREQ=YEARLY;INTERVAL=2147483647;BYMONTHDAY=31",
                "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=366",
                "FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366;BYMONTH=1",
                "FREQ=YEARLY;INTERVAL=4;BYDAY=53MO;BYMONTH=2",
                "FREQ=YEARLY;BYDAY=5MO",
                "FREQ=YEARLY;BYSETPOS=366;BYDAY=MO",
                "FREQ=DAILY;BYMONTH=3;BYMONTHDAY=1;BYDAY=MO, 2027-03-01T18:00, 2032-03-01T18:00",
                "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6"
            })
    void a_rule_that_seldom_or_never_occurs_is_refused_without_a_long_search(String rule) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(of(rule, MONDAY.plusHours(2)).problem()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, 2028-02-29T18:00, 2032-02-29T18:00",
        "FREQ=YEARLY;INTERVAL=4, 2028-02-29T18:00, 2032-02-29T18:00",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29, 2028-02-29T18:00, 2032-02-29T18:00",
        "FREQ=MONTHLY;BYDAY=5MO, 2027-03-29T18:00, 2027-05-31T18:00",
        "FREQ=DAILY;BYMONTH=3;BYMONTHDAY=1;BYDAY=MO, 2027-03-01T18:00, 2032-03-01T18:00",
        "FREQ=YEARLY;BYYEARDAY=366, 2028-12-31T18:00, 2032-12-31T18:00"
    })
    void a_rule_that_occurs_seldom_is_kept(String rule, LocalDateTime start, LocalDateTime next) {
        Recurrence kept = new Recurrence(rule, new LocalWindow(start, start.plusHours(2)), ZURICH);
        assertThat(kept.problem()).isEmpty();
        assertThat(kept.between(start.plusDays(1), next.plusDays(1)))
                .extracting(LocalWindow::from)
                .containsExactly(next);
    }

    @Test
    void an_occurrence_may_be_as_long_as_its_interval_but_not_longer() {
        assertThat(of("FREQ=DAILY", MONDAY.plusDays(1)).problem()).isEmpty();
        assertThat(of("FREQ=DAILY", MONDAY.plusDays(1).plusMinutes(1)).problem())
                .isPresent();
    }

    private static List<String> starts(String rule, String earliest) {
        assertThat(of(rule, MONDAY.plusHours(2)).problem()).isEmpty();
        return of(rule, MONDAY.plusHours(2))
                .between(LocalDateTime.parse(earliest), LocalDateTime.parse("2028-01-01T00:00"))
                .stream()
                .map(window -> window.from().toString())
                .toList();
    }

    private static Recurrence of(String rule, LocalDateTime end) {
        return new Recurrence(rule, new LocalWindow(MONDAY, end), ZURICH);
    }
}
