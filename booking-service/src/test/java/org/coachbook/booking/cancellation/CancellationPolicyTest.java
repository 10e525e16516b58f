package org.coachbook.booking.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.availability.RefundTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationPolicyTest {
    private static final Instant START = Instant.parse("2027-03-28T08:00:00Z");
    private static final List<RefundTier> TIERS = List.of(new RefundTier(24, 50), new RefundTier(48, 100));

    @ParameterizedTest
    @CsvSource({
        "PT720H, 100",
        "PT48H0.001S, 100",
        "PT48H, 50",
        "PT47H59M59S, 50",
        "PT24H0.001S, 50",
        "PT24H, 0",
        "PT23H59M59S, 0",
        "PT0S, 0"
    })
    void the_share_depends_on_elapsed_hours_and_more_than_is_strict(Duration before, int percent) {
        assertThat(CancellationPolicy.refundPercent(TIERS, START, START.minus(before)))
                .isEqualTo(percent);
    }

    @Test
    void without_tiers_nothing_is_given_back() {
        assertThat(CancellationPolicy.refundPercent(List.of(), START, START.minus(Duration.ofDays(30))))
                .isZero();
    }

    @Test
    void the_next_change_is_told() {
        assertThat(CancellationPolicy.nextChange(TIERS, 100, START, START.minus(Duration.ofHours(60))))
                .isEqualTo(START.minus(Duration.ofHours(48)));
        assertThat(CancellationPolicy.nextChange(TIERS, 100, START, START.minus(Duration.ofHours(48))))
                .isEqualTo(START.minus(Duration.ofHours(24)));
        assertThat(CancellationPolicy.nextChange(TIERS, 100, START, START.minus(Duration.ofHours(24))))
                .isNull();
    }

    @Test
    void nothing_changes_while_a_lower_share_than_that_of_the_tier_applies_anyway() {
        Instant early = START.minus(Duration.ofHours(60));
        assertThat(CancellationPolicy.nextChange(TIERS, 50, START, early)).isEqualTo(START.minus(Duration.ofHours(24)));
        assertThat(CancellationPolicy.nextChange(TIERS, 0, START, early)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PT24H0.001S, true", "PT24H, false", "PT0S, false"})
    void a_session_is_moved_by_its_client_while_cancelling_it_gives_something_back(Duration before, boolean may) {
        assertThat(CancellationPolicy.mayStillMove(TIERS, START, START.minus(before)))
                .isEqualTo(may);
    }

    @Test
    void where_cancelling_never_gives_anything_back_it_is_moved_until_it_starts() {
        List<RefundTier> nothing = List.of(new RefundTier(48, 0));
        assertThat(CancellationPolicy.mayStillMove(nothing, START, START.minusSeconds(1)))
                .isTrue();
        assertThat(CancellationPolicy.mayStillMove(nothing, START, START)).isFalse();
        assertThat(CancellationPolicy.mayStillMove(List.of(), START, START.minusSeconds(1)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "6000, 50, CHF, 3000",
        "6001, 50, CHF, 3001",
        "1, 50, JPY, 1",
        "1, 49, JPY, 0",
        "10, 50, KWD, 10",
        "10, 49, KWD, 0",
        "12340, 50, KWD, 6170",
        "12350, 50, KWD, 6180",
        "10100, 50, ISK, 5100",
        "0, 100, CHF, 0",
        "6000, 0, CHF, 0"
    })
    void a_share_is_rounded_half_up_to_what_can_be_charged(long amount, int percent, String currency, long share) {
        assertThat(CancellationPolicy.share(amount, percent, currency)).isEqualTo(share);
    }
}
