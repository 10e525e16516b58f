package org.coachbook.availability.externalcalendars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                "RRULE:FREQ=YEARLY;UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU",
                "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3",
                "RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=11;BYDAY=1SU",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22",
                "RRULE:FREQ=YEARLY"
            })
    void the_rules_of_zones_that_exist_are_followed(String rule) {
        assertThat(LongRules.in(zone(rule))).isFalse();
        assertThat(LongRules.in(zone(rule + "\n ;X=1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=DAILY",
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=SECOND\n\tLY",
                "a.RRULE;X=1:FREQ=HOURLY",
                "EXRULE:FREQ=YEARLY",
                "RRULE:FREQ=YEARLY;BYDAY=MO",
                "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU,WE",
                "RRULE:FREQ=YEARLY;BYMONTH=1,2;BYDAY=1MO",
                "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,2,3,4,5,6,7,8",
                "RRULE:FREQ=YEARLY;BYHOUR=1"
            })
    void other_rules_of_zones_are_not(String rule) {
        assertThat(LongRules.in(zone(rule))).isTrue();
    }

    @Test
    void an_event_may_repeat_daily_but_not_within_a_day() {
        assertThat(LongRules.in("BEGIN:VEVENT\nDESCRIPTION:FREQ=HOURLY\nRRULE:FREQ=DAILY;BYDAY=MO,TU\nEND:VEVENT"))
                .isFalse();
        assertThat(LongRules.in(zone("RRULE:FREQ=YEARLY") + "BEGIN:VEVENT\nRRULE:FREQ=DAILY\nEND:VEVENT"))
                .isFalse();
        assertThat(LongRules.in("BEGIN:VEVENT\nRRULE:FREQ=MINUTELY\nEND:VEVENT"))
                .isTrue();
        assertThat(LongRules.in("BEGIN:VEVENT\nEXRULE:FREQ=MINUTELY\nEND:VEVENT"))
                .isTrue();
    }

    @Test
    void zones_have_a_hundred_rules_together() {
        assertThat(LongRules.in(zone("RRULE:FREQ=YEARLY").repeat(100))).isFalse();
        assertThat(LongRules.in(zone("RRULE:FREQ=YEARLY").repeat(101))).isTrue();
    }

    @Test
    void a_rule_of_thousands_of_parts_is_not_followed() {
        assertThat(LongRules.in(zone("RRULE:FREQ=YEARLY" + ";X=1".repeat(50_000))))
                .isTrue();
    }

    private static String zone(String rule) {
        return "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\n" + rule.replace("\n", "\r\n")
                + "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    }
}
