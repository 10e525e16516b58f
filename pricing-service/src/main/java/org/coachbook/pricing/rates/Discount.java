package org.coachbook.pricing.rates;

import java.math.BigDecimal;

/** What a coach takes off the base, and for whom. */
public sealed interface Discount {
    Reduction reduction();

    /**
     * For booking early.
     *
     * @param daysAhead at least so many times 24 hours lie between the quote and the start
     */
    record EarlyBird(int daysAhead, Reduction reduction) implements Discount {}

    /**
     * For booking a series.
     *
     * @param minSessions the series has at least so many sessions
     */
    record Recurring(int minSessions, Reduction reduction) implements Discount {}

    /**
     * For a code, as long as there are uses.
     *
     * @param promotionId what booking uses up
     */
    record Promotion(String promotionId, String code, Reduction reduction) implements Discount {}

    /**
     * For a session that is prepaid: all of it.
     *
     * @param packageId what booking uses a credit of
     * @param name of the package
     */
    record Prepaid(String packageId, String name) implements Discount {
        private static final Reduction WHOLE = new Reduction.Percentage(BigDecimal.valueOf(100));

        @Override
        public Reduction reduction() {
            return WHOLE;
        }
    }

    /** For clients with an accepted connection to the coach. */
    record Connected(Reduction reduction) implements Discount {}
}
