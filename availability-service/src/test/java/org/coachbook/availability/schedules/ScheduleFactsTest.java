package org.coachbook.availability.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleFactsTest {
    /** A Monday; the last date to book is Friday, 2 April, of week 13. */
    private static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");

    private static final Schedule BEFORE = Schedule.closed("coach", "Europe/Zurich");
    private static final Pattern WEEK = Pattern.compile("2027-W[0-9]{2}");

    @Test
    void a_closure_is_announced_with_the_weeks_it_lies_in() {
        assertThat(announced(BEFORE, with(entry("2027-02-17T08:00", "2027-02-17T18:00", null))))
                .containsExactly("2027-W07");
        assertThat(announced(BEFORE, with(entry("2027-02-17T08:00", "2027-03-02T18:00", null))))
                .containsExactly("2027-W07", "2027-W08", "2027-W09");
        assertThat(announced(BEFORE, with(entry("2027-02-03T08:00", "2027-02-03T18:00", "FREQ=WEEKLY;INTERVAL=3"))))
                .containsExactly("2027-W05", "2027-W08", "2027-W11");
    }

    @Test
    void an_opening_at_the_first_hour_of_a_week_lengthens_sessions_of_the_week_before() {
        assertThat(announced(BEFORE, with(entry("2027-02-15T00:00", "2027-02-15T01:00", null))))
                .containsExactly("2027-W06", "2027-W07");
    }

    @Test
    void a_changed_entry_is_announced_where_it_was_and_where_it_is() {
        Schedule old = with(
                entry("2027-02-10T08:00", "2027-02-10T18:00", null),
                entry("2027-03-10T08:00", "2027-03-10T18:00", null));
        Schedule moved = with(
                entry("2027-02-24T08:00", "2027-02-24T18:00", null),
                entry("2027-03-10T08:00", "2027-03-10T18:00", null));
        assertThat(announced(old, moved)).containsExactly("2027-W06", "2027-W08");
        assertThat(announced(old, BEFORE)).containsExactly("2027-W06", "2027-W10");
    }

    @Test
    void what_is_over_or_too_far_ahead_is_not_announced() {
        assertThat(announced(
                        BEFORE,
                        with(
                                entry("2027-01-12T08:00", "2027-01-12T18:00", null),
                                entry("2027-09-08T08:00", "2027-09-08T18:00", null))))
                .isEmpty();
    }

    @Test
    void other_hours_are_announced_with_all_weeks_that_can_be_booked() {
        Schedule open = new Schedule(
                BEFORE.coachId(),
                BEFORE.anchorZone(),
                BEFORE.timeZone(),
                List.of(new WeeklyHours(DayOfWeek.MONDAY, 480, 1200, true)),
                BEFORE.entries(),
                BEFORE.minimumNoticeMinutes(),
                BEFORE.bookingWindowDays(),
                null,
                BEFORE.slotStepMinutes(),
                null,
                null,
                BEFORE.calendarVisibility(),
                BEFORE.version(),
                BEFORE.sequence());
        assertThat(announced(BEFORE, open)).hasSize(9).startsWith("2027-W05").endsWith("2027-W13");
    }

    private static List<String> announced(Schedule before, Schedule after) {
        var messages = ScheduleFacts.of(before, after.next(2), NOW);
        return WEEK.matcher(messages.getLast().payload())
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static Schedule with(DatedEntry... entries) {
        return BEFORE.withEntries(Arrays.asList(entries));
    }

    private static DatedEntry entry(String start, String end, @Nullable String recurrence) {
        return new DatedEntry(
                "e" + start,
                EntryKind.CLOSURE,
                LocalDateTime.parse(start),
                LocalDateTime.parse(end),
                "Europe/Zurich",
                recurrence,
                List.of(),
                List.of(),
                true,
                1);
    }
}
