package org.coachbook.pricing.rates;

/** What a coach takes off the base, and for whom. */
public sealed interface Discount {
    Reduction reduction();

    /**
     * For booking early.
     *
     * @param daysAhead at least so many times 24 hours lie between the quote and the start
     */
    record EarlyBird(int daysAhead, Reduction reduction) implements Discount {}

    /** For clients with an accepted connection to the coach. */
    record Connected(Reduction reduction) implements Discount {}
}
