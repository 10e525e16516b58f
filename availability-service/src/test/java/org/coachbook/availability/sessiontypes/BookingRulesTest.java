package org.coachbook.availability.sessiontypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.contracts.availability.BookingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingRulesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // firm allowed, approval needed, minutes ahead, connected, instant
        "true, true, 1440, true, true, FIRM",
        "true, true, 1439, true, true, REQUEST",
        "true, true, 1440, false, true, REQUEST",
        "true, false, 1440, false, true, FIRM",
        "true, false, 1440, false, false, REQUEST",
        "false, false, 9999, true, true, REQUEST"
    })
    void firm_needs_the_rule_the_threshold_trust_and_an_instant_window(
            boolean allowed, boolean approval, int minutes, boolean connected, boolean instant, BookingMode mode) {
        BookingRules rules = new BookingRules(allowed, 24, approval);
        assertThat(rules.mode(NOW.plus(Duration.ofMinutes(minutes)), NOW, connected, instant))
                .isEqualTo(mode);
    }
}
