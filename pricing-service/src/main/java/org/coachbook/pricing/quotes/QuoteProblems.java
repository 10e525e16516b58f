package org.coachbook.pricing.quotes;

import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.redemption.NotUsable;

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
            case QuoteOutcome.NoRate none ->
                throw PriceProblems.noRate(none.minutes()).asException();
            case QuoteOutcome.BelowMinimum low ->
                throw (low.byCode()
                                ? PriceProblems.belowMinimumByCode(low.total(), low.currency())
                                : PriceProblems.belowMinimum(low.total(), low.currency()))
                        .asException();
            case QuoteOutcome.AboveMaximum high ->
                throw PriceProblems.aboveMaximum(high.total(), high.currency()).asException();
        };
    }

    private static Problem noSchedule() {
        return Problem.of(409, "slot-unavailable", "The coach has not opened his calendar yet.")
                .with("reason", RefusalReason.OUTSIDE_AVAILABILITY);
    }

    private static Problem codeNotUsable(NotUsable reason) {
        String why =
                switch (reason) {
                    case UNKNOWN, NOT_PAID, REFUNDED -> "is not a code of this coach";
                    case WITHDRAWN -> "has been withdrawn by the coach";
                    case NOT_VALID_NOW -> "is not valid at this time";
                    case OTHER_CURRENCY -> "takes off money of another currency than this session is paid in";
                    case OTHER_SESSION_TYPES -> "is for other sessions";
                    case TAKES_NOTHING_OFF -> "gives so little that it takes nothing off this price";
                    case USED_UP -> "has been used as often as it may be";
                    case USED_BY_CLIENT -> "has been used by you as often as it may be";
                };
        return Problem.of(422, "code-not-usable", "This code " + why + "; book without it.")
                .with("field", "promotionCode")
                .with("reason", reason);
    }

    private static Problem packageNotUsable(NotUsable reason) {
        String why =
                switch (reason) {
                    case UNKNOWN, WITHDRAWN, OTHER_CURRENCY, TAKES_NOTHING_OFF, USED_BY_CLIENT ->
                        "You have no package of this coach";
                    case NOT_PAID -> "Your package is not paid yet";
                    case REFUNDED -> "The money of your package has gone back";
                    case NOT_VALID_NOW -> "Your package has expired";
                    case OTHER_SESSION_TYPES -> "Your package is for other or shorter sessions";
                    case USED_UP -> "All sessions of your package are used";
                };
        return Problem.of(422, "package-not-usable", why + "; book without it.")
                .with("field", "usePackage")
                .with("reason", reason);
    }
}
