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
        assertThat(DiscountConditions.met(List.of(MONTH), asked(Duration.ofDays(30), 1, false)))
                .containsExactly(MONTH);
        assertThat(DiscountConditions.met(
                        List.of(MONTH), asked(Duration.ofDays(30).minusSeconds(1), 1, false)))
                .isEmpty();
    }

    @Test
    void of_several_early_birds_the_longest_lead_counts_alone() {
        assertThat(DiscountConditions.met(OFFERED, asked(Duration.ofDays(45), 1, false)))
                .containsExactly(MONTH);
        assertThat(DiscountConditions.met(OFFERED, asked(Duration.ofDays(29), 1, false)))
                .containsExactly(WEEK);
    }

    @Test
    void only_connected_clients_get_the_connection_discount() {
        assertThat(DiscountConditions.met(OFFERED, asked(Duration.ofHours(1), 1, true)))
                .containsExactly(CONNECTED);
        assertThat(DiscountConditions.met(OFFERED, asked(Duration.ofHours(1), 1, false)))
                .isEmpty();
    }

    @Test
    void of_several_series_the_longest_that_is_reached_counts_alone() {
        Discount five = new Discount.Recurring(5, TEN);
        Discount ten = new Discount.Recurring(10, TEN);
        List<Discount> offered = List.of(five, ten);
        assertThat(DiscountConditions.met(offered, asked(Duration.ofHours(1), 4, false)))
                .isEmpty();
        assertThat(DiscountConditions.met(offered, asked(Duration.ofHours(1), 5, false)))
                .containsExactly(five);
        assertThat(DiscountConditions.met(offered, asked(Duration.ofHours(1), 10, false)))
                .containsExactly(ten);
    }

    private static DiscountConditions.Asked asked(Duration lead, int sessions, boolean connected) {
        return new DiscountConditions.Asked(lead, sessions, connected);
    }
}
