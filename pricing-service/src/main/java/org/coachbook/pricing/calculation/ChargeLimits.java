package org.coachbook.pricing.calculation;

import java.util.Optional;
import org.coachbook.pricing.money.Currency;

/** What a price must not be: less than can be charged and yet not nothing, or more than can be charged. */
public enum ChargeLimits {
    BELOW_MINIMUM,
    ABOVE_MAXIMUM;

    /** Which limit a price breaks; empty when it can be charged, or is nothing. */
    public static Optional<ChargeLimits> brokenBy(Calculation calculation, Currency currency) {
        long total = calculation.price().total();
        if (calculation.roundedAway() || total > 0 && total < currency.minimum()) {
            return Optional.of(BELOW_MINIMUM);
        }
        return total > currency.maximum() ? Optional.of(ABOVE_MAXIMUM) : Optional.empty();
    }
}
