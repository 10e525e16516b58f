package org.coachbook.booking.placement;

import org.coachbook.contracts.pricing.Quote;

/** What is to be thought of a quote. */
sealed interface QuoteVerdict {
    /** Signed by pricing-service and still good. */
    record Genuine(Quote quote) implements QuoteVerdict {}

    /** Signed by pricing-service, but its time is over. */
    record Expired(Quote quote) implements QuoteVerdict {}

    /** Not to be believed. */
    record Invalid() implements QuoteVerdict {}

    /** The keys to judge it by cannot be had right now, which says nothing about it. */
    record Undecided() implements QuoteVerdict {}
}
