package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.coachbook.availability.guard.StartRules.Wrong;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.Lengths;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRulesTest {
    /** 09:00 in Zurich; the window of 60 days ends with 30 April. */
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    @ParameterizedTest(name = "{0}, {1} minutes: {2}")
    @CsvSource({
        "2027-03-01T10:00:00Z, 60,",
        "2027-03-01T09:45:00Z, 60, TOO_SOON",
        "2027-03-01T07:45:00Z, 60, PAST",
        "2027-03-01T10:05:00Z, 60, OFF_GRID",
        "2027-03-01T10:00:30Z, 60, OFF_GRID",
        "2027-03-01T10:00:00Z, 50, DURATION",
        "2027-03-01T10:00:00Z, 0, DURATION",
        "2027-04-30T21:45:00Z, 60,",
        "2027-04-30T22:00:00Z, 60, OUTSIDE_WINDOW",
        "+1000000000-12-31T23:59:59.999999999Z, 60, OUTSIDE_WINDOW"
    })
    void a_start_has_to_keep_grid_notice_and_window(Instant start, int minutes, @Nullable Wrong wrong) {
        var schedule = Rules.schedule("Europe/Zurich", List.of(), List.of(), 120, 15, Caps.NONE);
        var type = Rules.type(new Lengths(60, 30, 120, 15), new Buffers(0, 0), Caps.NONE);
        assertThat(StartRules.of(schedule, type, NOW).wrong(start, minutes)).isEqualTo(wrong);
    }
}
