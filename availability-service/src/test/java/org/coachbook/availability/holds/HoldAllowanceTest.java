package org.coachbook.availability.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HoldAllowanceTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

    @Test
    void three_live_holds_are_allowed_and_a_fourth_is_not() {
        HoldAllowance full = of(3);
        assertThat(full.with(hold("4", "coach", 40, NOW))).isNull();
        assertThat(full.without(List.of("1")).with(hold("4", "coach", 40, NOW))).isNotNull();
    }

    @Test
    void an_expired_hold_does_not_count_exactly_at_its_end() {
        HoldAllowance full = of(3);
        Instant end = NOW.plus(Duration.ofMinutes(10));
        assertThat(full.at(end.minusMillis(1)).live()).hasSize(3);
        assertThat(full.at(end).live()).isEmpty();
    }

    @Test
    void a_hold_lapses_at_its_end() {
        HoldAllowance full = of(3);
        Instant end = NOW.plus(Duration.ofMinutes(10));
        assertThat(full.lapsedBy(end.minusMillis(1))).isEmpty();
        assertThat(full.lapsedBy(end)).hasSize(3);
    }

    @Test
    void an_overlapping_hold_replaces_and_does_not_add() {
        HoldAllowance full = of(3);
        Hold overlapping = hold("4", "coach", 1, NOW);
        assertThat(full.replacedBy(overlapping)).extracting(Hold::id).containsExactly("1");
        assertThat(full.with(overlapping)).isNotNull();
        assertThat(full.replacedBy(hold("4", "another", 1, NOW))).isEmpty();
    }

    @Test
    void ten_an_hour_with_one_coach_are_allowed() {
        HoldAllowance allowance = HoldAllowance.of("me");
        for (int i = 0; i < 10; i++) {
            allowance = Objects.requireNonNull(allowance.with(hold("h" + i, "coach", i, NOW)));
            allowance = allowance.without(List.of("h" + i));
        }
        assertThat(allowance.with(hold("h", "coach", 1, NOW))).isNull();
        assertThat(allowance.with(hold("h", "another", 1, NOW))).isNotNull();
        assertThat(allowance.at(NOW.plus(Duration.ofHours(1))).with(hold("h", "coach", 1, NOW)))
                .isNotNull();
    }

    @Test
    void a_refused_hold_was_never_asked_for() {
        HoldAllowance asked = Objects.requireNonNull(HoldAllowance.of("me").with(hold("1", "coach", 1, NOW)));
        assertThat(asked.undone("1").live()).isEmpty();
        assertThat(asked.undone("1").placed()).isEmpty();
    }

    private static HoldAllowance of(int live) {
        HoldAllowance allowance = HoldAllowance.of("me");
        for (int i = 1; i <= live; i++) {
            allowance = Objects.requireNonNull(allowance.with(hold(String.valueOf(i), "coach", i, NOW)));
        }
        return allowance;
    }

    private static Hold hold(String id, String coach, int hour, Instant now) {
        Instant from = NOW.plus(Duration.ofHours(hour));
        Instant to = from.plus(Duration.ofHours(1));
        return new Hold(id, coach, "type", from, to, from, to, now, now.plus(Duration.ofMinutes(10)));
    }
}
