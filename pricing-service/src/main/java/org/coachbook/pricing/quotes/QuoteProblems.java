package org.coachbook.pricing.quotes;

import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.money.Currency;

/** How refused quotes are told over HTTP. */
final class QuoteProblems {
    private QuoteProblems() {}

    /** @throws org.coachbook.chassis.http.ProblemException with the refusal */
    static Quote quoteOf(QuoteOutcome outcome) {
        return switch (outcome) {
            case QuoteOutcome.Quoted quoted -> quoted.quote();
            case QuoteOutcome.NotVisible _ ->
                throw Problem.notFound("session type").asException();
            case QuoteOutcome.SignInFirst _ -> throw Problem.notSignedIn().asException();
            case QuoteOutcome.CodeNotUsable code ->
                throw codeNotUsable(code.reason()).asException();
            case QuoteOutcome.PackageNotUsable none ->
                throw packageNotUsable(none.reason()).asException();
            case QuoteOutcome.BadStart bad ->
                throw Problem.invalid(bad.errors()).asException();
            case QuoteOutcome.NoSchedule _ -> throw noSchedule().asException();
            case QuoteOutcome.NoRate none -> throw noRate(none.minutes()).asException();
            case QuoteOutcome.BelowMinimum low ->
                throw belowMinimum(low.total(), low.currency()).asException();
            case QuoteOutcome.AboveMaximum high ->
                throw aboveMaximum(high.total(), high.currency()).asException();
        };
    }

    private static Problem noSchedule() {
        return Problem.of(409, "slot-unavailable", "The coach has not opened his calendar yet.")
                .with("reason", RefusalReason.OUTSIDE_AVAILABILITY);
    }

    private static Problem noRate(int minutes) {
        return Problem.of(
                409,
                "no-rate",
                "The coach has not said yet what " + minutes + " minutes of this session cost. He can add it to his"
                        + " rates, with an hourly rate of 0 if it is free.");
    }

    private static Problem codeNotUsable(DiscountRefusal reason) {
        String why =
                switch (reason) {
                    case UNKNOWN, RETURNED -> "is not a code of this coach";
                    case NOT_VALID_NOW -> "is not valid at this time";
                    case OTHER_SESSION_TYPES -> "is for other sessions";
                    case USED_UP -> "has been used as often as it may be";
                    case USED_BY_CLIENT -> "has been used by you as often as it may be";
                };
        return Problem.of(422, "code-not-usable", "This code " + why + "; book without it.")
                .with("field", "promotionCode")
                .with("reason", reason);
    }

    private static Problem packageNotUsable(DiscountRefusal reason) {
        String why =
                switch (reason) {
                    case UNKNOWN, RETURNED, USED_BY_CLIENT -> "You have no package of this coach";
                    case NOT_VALID_NOW -> "Your package has expired";
                    case OTHER_SESSION_TYPES -> "Your package is for other or shorter sessions";
                    case USED_UP -> "All sessions of your package are used";
                };
        return Problem.of(422, "package-not-usable", why + "; book without it.")
                .with("field", "usePackage")
                .with("reason", reason);
    }

    private static Problem belowMinimum(long total, Currency currency) {
        return Problem.of(
                        422,
                        "amount-below-minimum",
                        "The price would be " + currency.show(total) + ", but no less than "
                                + currency.show(currency.minimum()) + " can be charged. Choose a longer session.")
                .with("currency", currency.code())
                .with("final", total)
                .with("minimum", currency.minimum());
    }

    private static Problem aboveMaximum(long total, Currency currency) {
        return Problem.of(
                        422,
                        "amount-above-maximum",
                        "The price would be " + currency.show(total) + ", but no more than "
                                + currency.show(currency.maximum()) + " can be charged. Choose a shorter session.")
                .with("currency", currency.code())
                .with("final", total)
                .with("maximum", currency.maximum());
    }
}
