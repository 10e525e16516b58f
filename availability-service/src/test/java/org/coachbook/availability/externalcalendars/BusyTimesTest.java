package org.coachbook.availability.externalcalendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusyTimesTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Range HORIZON =
            new Range(Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));
    private static final String UP_TO_23 =
            IntStream.range(0, 24).mapToObj(Integer::toString).collect(Collectors.joining(","));
    private static final String AT_TEN = "DTSTART;TZID=Europe/Zurich:20270305T100000\nDURATION:PT1H";

    @Test
    void times_are_in_utc_in_a_named_zone_or_in_the_coachs() throws Exception {
        assertThat(busy(event("DTSTART:20270301T100000Z\nDTEND:20270301T113000Z")))
                .containsExactly(range("2027-03-01T10:00:00Z", "2027-03-01T11:30:00Z"));
        assertThat(busy(event("DTSTART;TZID=America/New_York:20270301T100000\nDURATION:PT45M")))
                .containsExactly(range("2027-03-01T15:00:00Z", "2027-03-01T15:45:00Z"));
        assertThat(busy(event("DTSTART:20270301T100000\nDTEND:20270301T110000")))
                .containsExactly(range("2027-03-01T09:00:00Z", "2027-03-01T10:00:00Z"));
        assertThat(busy("X-WR-TIMEZONE:Asia/Tokyo\n" + event("DTSTART:20270301T100000\nDTEND:20270301T110000")))
                .containsExactly(range("2027-03-01T01:00:00Z", "2027-03-01T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Asia/Nowhere:20270301T100000\nDTEND;TZID=Asia/Nowhere:20270301T110000",
                "DTSTART:20270301T100000Z\nDTEND;TZID=Asia/Nowhere:20270301T110000",
                AT_TEN + "\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Asia/Nowhere:20270312T100000",
                AT_TEN + "\nRDATE;TZID=Asia/Nowhere:20270312T100000"
            })
    void times_in_a_zone_that_nobody_knows_are_told_and_not_taken_for_the_coachs(String properties) throws Exception {
        assertThat(trouble(CalendarServer.calendar(event(properties).strip()))).isEqualTo(Trouble.UNKNOWN_ZONE);
        assertThat(busy(event(properties + "\nTRANSP:TRANSPARENT"))).isEmpty();
    }

    @Test
    void what_needs_no_zone_may_name_an_unknown_one() throws Exception {
        assertThat(busy(event("DTSTART;VALUE=DATE;TZID=Asia/Nowhere:20270301")))
                .containsExactly(range("2027-02-28T23:00:00Z", "2027-03-01T23:00:00Z"));
        assertThat(busy(event("DTSTART;TZID=Asia/Nowhere:20270301T100000Z\nDURATION:PT1H")))
                .containsExactly(range("2027-03-01T10:00:00Z", "2027-03-01T11:00:00Z"));
    }

    @Test
    void the_start_of_an_event_is_an_occurrence_beside_further_dates() throws Exception {
        assertThat(busy(event(AT_TEN + "\nRDATE;TZID=Europe/Zurich:20270501T120000")))
                .extracting(Range::from)
                .containsExactly(Instant.parse("2027-03-05T09:00:00Z"), Instant.parse("2027-05-01T10:00:00Z"));
        assertThat(busy(event("DTSTART;VALUE=DATE:20270301\nRDATE;VALUE=DATE:20270310")))
                .containsExactly(
                        range("2027-02-28T23:00:00Z", "2027-03-01T23:00:00Z"),
                        range("2027-03-09T23:00:00Z", "2027-03-10T23:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "COUNT=3, 5 8 15",
        "COUNT=1, 5",
        "COUNT=2;INTERVAL=2, 5 15",
        "UNTIL=20270316T000000Z, 5 8 15",
        "COUNT=3 EXDATE 5, 8 15",
        "COUNT=3 EXDATE 8, 5 15"
    })
    void the_start_of_a_series_is_its_first_occurrence_also_when_its_rule_names_other_days(String rule, String days)
            throws Exception { // 5 March 2027 is a Friday
        String properties = rule.replaceFirst(" EXDATE (.)", "\nEXDATE;TZID=Europe/Zurich:2027030$1T100000");
        assertThat(busy(event(AT_TEN + "\nRRULE:FREQ=WEEKLY;BYDAY=MO;" + properties)))
                .extracting(Range::from)
                .containsExactlyElementsOf(Stream.of(days.split(" ", -1))
                        .map(day -> LocalDate.of(2027, 3, Integer.parseInt(day))
                                .atTime(10, 0)
                                .atZone(ZURICH)
                                .toInstant())
                        .toList());
        String wholeDays =
                properties.replaceFirst("TZID.*:(.*)T.*", "VALUE=DATE:$1").replaceFirst("T000000Z", "");
        assertThat(busy(event("DTSTART;VALUE=DATE:20270305\nRRULE:FREQ=WEEKLY;BYDAY=MO;" + wholeDays)))
                .extracting(range -> range.from().atZone(ZURICH).getDayOfMonth() + "")
                .containsExactly(days.split(" ", -1));
    }

    @Test
    void a_start_that_its_rule_does_not_name_can_have_an_event_of_its_own() throws Exception {
        assertThat(busy(event("UID:1\n" + AT_TEN + "\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2")
                        + event("UID:1\nRECURRENCE-ID;TZID=Europe/Zurich:20270305T100000\nSTATUS:CANCELLED\n"
                                + AT_TEN)))
                .extracting(Range::from)
                .containsExactly(Instant.parse("2027-03-08T09:00:00Z"));
    }

    @Test
    void a_file_that_was_cut_is_no_calendar_and_a_byte_order_mark_is_no_part_of_one() throws Exception {
        String whole = CalendarServer.calendar(event(AT_TEN).strip() + "\r\n"
                + event("DTSTART:20270401T100000Z\nDURATION:PT1H").strip());
        assertThat(BusyTimes.of("\uFEFF" + whole, ZURICH, HORIZON, "7"::equals)).hasSize(2);
        assertThat(BusyTimes.of(whole + whole + "\r\n \r\n", ZURICH, HORIZON, "7"::equals))
                .hasSize(2);
        for (String cut : List.of("BEGIN:VEVENT", "20270401T100000Z", "END:VCALENDAR", "VCALENDAR\r", "CALENDAR\r")) {
            String file = whole.substring(0, whole.lastIndexOf(cut));
            assertThat(trouble(file)).as(cut).isEqualTo(Trouble.NOT_A_CALENDAR);
            assertThat(trouble(whole + file)).as("after another one: " + cut).isEqualTo(Trouble.NOT_A_CALENDAR);
        }
    }

    @Test
    void a_zone_that_the_file_describes_itself_is_understood() throws Exception {
        String zone = """
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;
        String times = "DTSTART;TZID=W. Europe Standard Time:20270701T100000\n"
                + "DTEND;TZID=W. Europe Standard Time:20270701T110000";
        assertThat(busy(zone + event(times))).containsExactly(range("2027-07-01T08:00:00Z", "2027-07-01T09:00:00Z"));
    }

    @Test
    void whole_days_are_days_of_the_coach_also_when_they_are_short() throws Exception {
        assertThat(busy(event("DTSTART;VALUE=DATE:20270328")))
                .containsExactly(range("2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z"));
        assertThat(busy(event("DTSTART;VALUE=DATE:20270327\nDTEND;VALUE=DATE:20270330")))
                .containsExactly(range("2027-03-26T23:00:00Z", "2027-03-29T22:00:00Z"));
        assertThat(busy(event("DTSTART;VALUE=DATE:20270301\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20270308")))
                .containsExactly(
                        range("2027-02-28T23:00:00Z", "2027-03-01T23:00:00Z"),
                        range("2027-03-14T23:00:00Z", "2027-03-15T23:00:00Z"));
    }

    @Test
    void rules_keep_the_local_time_across_a_change_of_the_clocks() throws Exception {
        assertThat(busy(event(AT_TEN
                        + "\nRRULE:FREQ=WEEKLY;UNTIL=20270410T000000Z"
                        + "\nEXDATE;TZID=Europe/Zurich:20270312T100000\nRDATE;TZID=Europe/Zurich:20270501T120000")))
                .extracting(Range::from)
                .containsExactly(
                        Instant.parse("2027-03-05T09:00:00Z"),
                        Instant.parse("2027-03-19T09:00:00Z"),
                        Instant.parse("2027-03-26T09:00:00Z"),
                        Instant.parse("2027-04-02T08:00:00Z"),
                        Instant.parse("2027-04-09T08:00:00Z"),
                        Instant.parse("2027-05-01T10:00:00Z"));
    }

    @Test
    void a_series_that_is_changed_from_some_occurrence_on_is_not_read_wrongly() {
        String series = event("UID:1\n" + AT_TEN + "\nRRULE:FREQ=DAILY;COUNT=4");
        String moved = event(
                "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270306T090000Z\nDTSTART:20270306T150000Z\nDURATION:PT1H");
        assertThat(trouble(CalendarServer.calendar((series + moved).strip())))
                .isEqualTo(Trouble.LATER_OCCURRENCES_CHANGED);
        String prior = moved.replace("THISANDFUTURE", "THISANDPRIOR");
        assertThat(trouble(CalendarServer.calendar((prior + series).strip())))
                .isEqualTo(Trouble.LATER_OCCURRENCES_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
                "RRULE:FREQ=MINUTELY",
                "rrule:BYMONTH=2;freq=hour\n ly",
                "RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY",
                "RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY",
                "RRULE:FREQ=SOMETIMES",
                "RDATE:someday",
                "RDATE;VALUE=PERIOD:20270308T100000Z/PT2H,20270309T100000Z/20270309T110000Z"
            })
    void a_series_by_rules_that_are_not_followed_is_told(String rules) {
        assertThat(trouble(CalendarServer.calendar(event(AT_TEN + "\n" + rules).strip())))
                .isEqualTo(Trouble.UNREAD_SERIES);
    }

    @Test
    void a_zone_that_never_stops_changing_its_clocks_is_told() {
        String zone = "BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+0100\n"
                + "TZOFFSETTO:+0000\nRRULE:FREQ=DAILY;BYHOUR=" + UP_TO_23 + "\nEND:STANDARD\nEND:VTIMEZONE\n";
        assertThat(trouble(CalendarServer.calendar(zone
                        + event("DTSTART;TZID=Z:20270305T100000\nDURATION:PT1H").strip())))
                .isEqualTo(Trouble.UNREAD_SERIES);
    }

    @Test
    void a_booking_with_somebody_else_takes_its_time_although_the_invitation_is_ours() throws Exception {
        assertThat(busy(event("UID:8@coachbook.org\n" + AT_TEN)))
                .containsExactly(range("2027-03-05T09:00:00Z", "2027-03-05T10:00:00Z"));
    }

    @Test
    void an_occurrence_with_an_event_of_its_own_is_moved_or_cancelled() throws Exception {
        String series = event("UID:1\n" + AT_TEN + "\nRRULE:FREQ=DAILY;COUNT=4");
        String moved = event("UID:1\nRECURRENCE-ID:20270306T090000Z\nDTSTART:20270306T150000Z\nDURATION:PT1H");
        String cancelled = event("UID:1\nRECURRENCE-ID;TZID=Europe/Zurich:20270307T100000\nSTATUS:CANCELLED\n"
                + "DTSTART:20270307T090000Z\nDURATION:PT1H");
        String ofAnother = event("UID:2\nRECURRENCE-ID:20270305T090000Z\nSTATUS:CANCELLED\n"
                + "DTSTART:20270305T090000Z\nDURATION:PT1H");
        assertThat(busy(moved + series + cancelled + ofAnother))
                .extracting(Range::from)
                .containsExactly(
                        Instant.parse("2027-03-05T09:00:00Z"),
                        Instant.parse("2027-03-06T15:00:00Z"),
                        Instant.parse("2027-03-08T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRANSP:TRANSPARENT\n" + AT_TEN,
                "STATUS:CANCELLED\n" + AT_TEN,
                "UID:7@coachbook.org\n" + AT_TEN,
                "DTSTART:20270305T090000Z",
                "DTSTART:20270305T090000Z\nDTEND:20270305T080000Z",
                "DTSTART:20260305T090000Z\nDTEND:20260305T100000Z",
                "DTSTART:20280305T090000Z\nDTEND:20280305T100000Z",
                "SUMMARY:no start"
            })
    void nobody_is_busy_by_what_is_free_cancelled_ours_empty_or_beyond(String properties) throws Exception {
        assertThat(busy(event(properties))).isEmpty();
    }

    @Test
    void listed_busy_times_count_unless_they_are_free_ones() throws Exception {
        assertThat(busy("BEGIN:VFREEBUSY\nFREEBUSY:20270301T100000Z/20270301T110000Z,20270302T100000Z/PT30M\n"
                        + "FREEBUSY;FBTYPE=FREE:20270303T100000Z/PT1H\nEND:VFREEBUSY\n"))
                .containsExactly(
                        range("2027-03-01T10:00:00Z", "2027-03-01T11:00:00Z"),
                        range("2027-03-02T10:00:00Z", "2027-03-02T10:30:00Z"));
    }

    @Test
    void what_overlaps_is_one_time_and_what_is_under_way_counts() throws Exception {
        assertThat(busy(event("DTSTART:20270301T100000Z\nDTEND:20270301T120000Z")
                        + event("DTSTART:20270301T110000Z\nDTEND:20270301T130000Z")
                        + event("DTSTART:20261230T000000Z\nDTEND:20270102T000000Z")))
                .containsExactly(
                        range("2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z"),
                        range("2027-03-01T10:00:00Z", "2027-03-01T13:00:00Z"));
    }

    @Test
    void a_file_that_would_never_end_is_given_up() {
        assertThat(trouble(CalendarServer.calendar(
                        event("DTSTART:20270101T000000Z\nDURATION:PT1S\nRRULE:FREQ=DAILY;BYHOUR=" + UP_TO_23
                                        + ";BYMINUTE=" + UP_TO_23 + ";BYSECOND=" + UP_TO_23)
                                .strip())))
                .isEqualTo(Trouble.TOO_MANY_EVENTS);
        assertThat(trouble("<html><body>Sign in</body></html>")).isEqualTo(Trouble.NOT_A_CALENDAR);
        assertThat(trouble("")).isEqualTo(Trouble.NOT_A_CALENDAR);
    }

    /** Files are what others write: whatever is wrong with one, reading it ends with times or a trouble. */
    @Test
    void a_broken_file_is_told_and_breaks_nothing() {
        String whole = CalendarServer.calendar("X-WR-TIMEZONE:Asia/Tokyo\nBEGIN:VFREEBUSY\n"
                + "FREEBUSY:20270301T100000Z/20270301T110000Z,20270302T100000Z/PT30M\nEND:VFREEBUSY\n"
                + event("UID:1\n" + AT_TEN + "\nRRULE:FREQ=WEEKLY;UNTIL=20270410T000000Z;BYDAY=MO,WE"
                                + "\nEXDATE;TZID=Europe/Zurich:20270312T100000\nRDATE:20270501T120000Z")
                        .strip());
        assertThat(trouble(whole.replace("BYDAY=MO,WE", "BYMONTH=13"))).isEqualTo(Trouble.NOT_A_CALENDAR);
        Random random = new Random(7);
        for (int n = 0; n < 3_000; n++) {
            StringBuilder broken = new StringBuilder(whole);
            for (int edits = random.nextInt(6); edits >= 0; edits--) {
                int at = random.nextInt(broken.length());
                int to = Math.min(broken.length(), at + random.nextInt(20));
                broken.replace(at, to, random.nextBoolean() ? "" : String.valueOf((char) (' ' + random.nextInt(95))));
            }
            try {
                assertThat(BusyTimes.of(broken.toString(), ZURICH, HORIZON, "7"::equals))
                        .isNotNull();
            } catch (UnreadableCalendarException e) {
                assertThat(e.trouble()).isNotNull();
            }
        }
    }

    private static Trouble trouble(String file) {
        return Objects.requireNonNull(catchThrowableOfType(
                        UnreadableCalendarException.class, () -> BusyTimes.of(file, ZURICH, HORIZON, "7"::equals)))
                .trouble();
    }

    private static List<Range> busy(String components) throws UnreadableCalendarException {
        return BusyTimes.of(CalendarServer.calendar(components.strip()), ZURICH, HORIZON, "7"::equals);
    }

    private static String event(String properties) {
        return "BEGIN:VEVENT\nDTSTAMP:20270101T000000Z\n" + properties + "\nEND:VEVENT\n";
    }

    private static Range range(String from, String to) {
        return new Range(Instant.parse(from), Instant.parse(to));
    }
}
