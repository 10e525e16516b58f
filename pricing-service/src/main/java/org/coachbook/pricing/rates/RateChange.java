package org.coachbook.pricing.rates;

import org.coachbook.pricing.money.Fraction;

/** How another time changes the usual rate. */
public sealed interface RateChange {
    /** Minor units per 60 minutes instead of {@code usual}. */
    Fraction applied(Fraction usual);

    /** A multiple of the usual rate, 1.25 for a quarter more. */
    record Multiple(Fraction factor) implements RateChange {
        @Override
        public Fraction applied(Fraction usual) {
            return usual.times(factor);
        }
    }

    /**
     * A rate of its own.
     *
     * @param hourly minor units per 60 minutes
     */
    record Own(Fraction hourly) implements RateChange {
        @Override
        public Fraction applied(Fraction usual) {
            return hourly;
        }
    }
}
