package org.coachbook.pricing.quotes;

import org.coachbook.chassis.http.Problem;
import org.coachbook.pricing.money.Currency;

/** Why a session has no price that can be charged, as it is told over HTTP. */
public final class PriceProblems {
    private PriceProblems() {}

    /** No price was set for this length. */
    public static Problem noRate(int minutes) {
        return Problem.of(
                409,
                "no-rate",
                "The coach has not said yet what " + minutes + " minutes of this session cost. He can add it to his"
                        + " rates, with an hourly rate of 0 if it is free.");
    }

    /** @param total 0 where it is so little that it rounds to nothing */
    public static Problem belowMinimum(long total, Currency currency) {
        return belowMinimum(total, currency, "Choose a longer session.");
    }

    /** It could be charged without the code. */
    static Problem belowMinimumByCode(long total, Currency currency) {
        return belowMinimum(total, currency, "Leave the code out.").with("field", "promotionCode");
    }

    private static Problem belowMinimum(long total, Currency currency, String wayOut) {
        String price = total == 0 ? "less than " + currency.show(currency.chargeable()) : currency.show(total);
        return Problem.of(
                        422,
                        "amount-below-minimum",
                        "The price would be " + price + ", but no less than " + currency.show(currency.minimum())
                                + " can be charged. " + wayOut)
                .with("currency", currency.code())
                .with("final", total)
                .with("minimum", currency.minimum());
    }

    /** More than can be charged. */
    public static Problem aboveMaximum(long total, Currency currency) {
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
