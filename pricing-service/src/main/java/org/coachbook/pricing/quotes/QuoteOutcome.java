package org.coachbook.pricing.quotes;

import java.util.List;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.redemption.NotUsable;

/** A quote, or the fact that stands against it. */
sealed interface QuoteOutcome {
    /** What is told of a thing that this person may not see. */
    static QuoteOutcome hidden(QuoteRequest request) {
        return request.clientId() == null ? new SignInFirst() : new NotVisible();
    }

    record Quoted(Quote quote) implements QuoteOutcome {}

    /** There is no such session type of this coach, or the viewer may not know. */
    record NotVisible() implements QuoteOutcome {}

    /** Nobody is signed in, and it is not for everybody. */
    record SignInFirst() implements QuoteOutcome {}

    /** The coach has no schedule, so nothing of his can be booked. */
    record NoSchedule() implements QuoteOutcome {}

    /** The coach has not said what this session type costs in this length. */
    record NoRate(int minutes) implements QuoteOutcome {}

    /** The code cannot be used by this client for such a session now. */
    record CodeNotUsable(NotUsable reason) implements QuoteOutcome {}

    /** None of the client's packages pays for such a session now. */
    record PackageNotUsable(NotUsable reason) implements QuoteOutcome {}

    record BadStart(List<FieldError> errors) implements QuoteOutcome {}

    /**
     * More than nothing, but less than can be charged.
     *
     * @param total 0 where it is so little that it rounds to nothing
     * @param byCode whether it could be charged without the code
     */
    record BelowMinimum(long total, Currency currency, boolean byCode) implements QuoteOutcome {}

    record AboveMaximum(long total, Currency currency) implements QuoteOutcome {}
}
