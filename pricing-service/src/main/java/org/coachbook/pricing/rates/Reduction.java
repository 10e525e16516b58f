package org.coachbook.pricing.rates;

import java.math.BigDecimal;

/** How much a discount takes off. */
public sealed interface Reduction {
    /**
     * A share of the base.
     *
     * @param percent 0 to 100
     */
    record Percentage(BigDecimal percent) implements Reduction {}

    /**
     * A fixed sum.
     *
     * @param amount minor units
     */
    record FixedAmount(long amount) implements Reduction {}
}
