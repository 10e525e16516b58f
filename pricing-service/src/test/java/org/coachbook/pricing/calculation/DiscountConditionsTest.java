package org.coachbook.pricing.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.Reduction;
import org.junit.jupiter.api.Test;

class DiscountConditionsTest {
    private static final Reduction TEN = new Reduction.Percentage(BigDecimal.TEN);
    private static final Discount WEEK = new Discount.EarlyBird(7, TEN);
    private static final Discount MONTH = new Discount.EarlyBird(30, TEN);
    private static final Discount CONNECTED = new Discount.Connected(TEN);
    private static final List<Discount> OFFERED = List.of(WEEK, CONNECTED, MONTH);

    @Test
    void exactly_thirty_days_ahead_is_early_and_a_second_less_is_not() {
        assertThat(DiscountConditions.met(List.of(MONTH), Duration.ofDays(30), false))
                .containsExactly(MONTH);
        assertThat(DiscountConditions.met(List.of(MONTH), Duration.ofDays(30).minusSeconds(1), false))
                .isEmpty();
    }

    @Test
    void of_several_early_birds_the_longest_lead_counts_alone() {
        assertThat(DiscountConditions.met(OFFERED, Duration.ofDays(45), false)).containsExactly(MONTH);
        assertThat(DiscountConditions.met(OFFERED, Duration.ofDays(29), false)).containsExactly(WEEK);
    }

    @Test
    void only_connected_clients_get_the_connection_discount() {
        assertThat(DiscountConditions.met(OFFERED, Duration.ofHours(1), true)).containsExactly(CONNECTED);
        assertThat(DiscountConditions.met(OFFERED, Duration.ofHours(1), false)).isEmpty();
    }
}
