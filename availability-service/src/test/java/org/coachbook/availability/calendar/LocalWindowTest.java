package org.coachbook.availability.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalWindowTest {
    @ParameterizedTest(name = "{0} {1}–{2}: {3}")
    @CsvSource({
        // an ordinary day
        "Europe/Zurich, 2027-03-01T09:00, 2027-03-01T12:30, 2027-03-01T08:00Z/2027-03-01T11:30Z",
        // 02:00 to 03:00 does not exist: the window shrinks
        "Europe/Zurich, 2027-03-28T01:30, 2027-03-28T03:30, 2027-03-28T00:30Z/2027-03-28T01:30Z",
        "Europe/Zurich, 2027-03-28T02:15, 2027-03-28T02:45, ''",
        // the 23-hour day
        "Europe/Zurich, 2027-03-28T00:00, 2027-03-29T00:00, 2027-03-27T23:00Z/2027-03-28T22:00Z",
        // 02:00 to 03:00 occurs twice: the table of the fine print
        "Europe/Zurich, 2027-10-31T02:30, 2027-10-31T04:00, 2027-10-31T00:30Z/2027-10-31T01:00Z"
                + " 2027-10-31T01:30Z/2027-10-31T03:00Z",
        "Europe/Zurich, 2027-10-31T02:00, 2027-10-31T03:00, 2027-10-31T00:00Z/2027-10-31T02:00Z",
        // the 25-hour day
        "Europe/Zurich, 2027-10-31T00:00, 2027-11-01T00:00, 2027-10-30T22:00Z/2027-10-31T23:00Z",
        // half an hour of daylight saving
        "Australia/Lord_Howe, 2027-04-04T01:30, 2027-04-04T02:00, 2027-04-03T14:30Z/2027-04-03T15:30Z",
        // a half-hour zone, and both sides of the date line
        "Asia/Kolkata, 2027-03-01T09:00, 2027-03-01T10:00, 2027-03-01T03:30Z/2027-03-01T04:30Z",
        "Pacific/Kiritimati, 2027-03-01T09:00, 2027-03-01T10:00, 2027-02-28T19:00Z/2027-02-28T20:00Z",
        "Pacific/Niue, 2027-03-01T09:00, 2027-03-01T10:00, 2027-03-01T20:00Z/2027-03-01T21:00Z",
        // the day that Samoa skipped
        "Pacific/Apia, 2011-12-30T09:00, 2011-12-30T17:00, ''",
        "Pacific/Apia, 2011-12-29T23:00, 2011-12-31T01:00, 2011-12-30T09:00Z/2011-12-30T11:00Z",
        // midnight in an overlap
        "America/Havana, 2027-11-07T00:00, 2027-11-07T01:00, 2027-11-07T04:00Z/2027-11-07T06:00Z"
    })
    void an_instant_is_open_iff_its_label_lies_in_the_window(String zone, String from, String to, String expected) {
        List<Range> ranges = expected.isEmpty()
                ? List.of()
                : Arrays.stream(expected.split(" ", -1))
                        .map(LocalWindowTest::range)
                        .toList();
        var window = new LocalWindow(LocalDateTime.parse(from), LocalDateTime.parse(to));
        assertThat(window.in(ZoneId.of(zone))).isEqualTo(ranges);
    }

    private static Range range(String text) {
        String[] ends = text.split("/", -1);
        return new Range(instant(ends[0]), instant(ends[1]));
    }

    private static Instant instant(String text) {
        return Instant.parse(text.replace("Z", ":00Z"));
    }
}
