package org.coachbook.pricing.preview;

import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.coachbook.pricing.calculation.Calculation;
import org.coachbook.pricing.calculation.ChargeLimits;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.quotes.PriceProblems;

/** The price of a previewed session, or why it would not be quoted. */
sealed interface PreviewedPrice {
    record Priced(Calculation calculation) implements PreviewedPrice {}

    record Refused(Problem problem) implements PreviewedPrice {}

    /** @param calculation empty when there is no rate for so many minutes */
    static PreviewedPrice of(Optional<Calculation> calculation, Currency currency, int minutes) {
        return calculation.map(known -> of(known, currency)).orElseGet(() -> noRate(minutes));
    }

    static PreviewedPrice noRate(int minutes) {
        return new Refused(PriceProblems.noRate(minutes));
    }

    private static PreviewedPrice of(Calculation calculation, Currency currency) {
        long total = calculation.price().total();
        return ChargeLimits.brokenBy(calculation, currency)
                .<PreviewedPrice>map(limit -> new Refused(
                        switch (limit) {
                            case BELOW_MINIMUM -> PriceProblems.belowMinimum(total, currency);
                            case ABOVE_MAXIMUM -> PriceProblems.aboveMaximum(total, currency);
                        }))
                .orElseGet(() -> new Priced(calculation));
    }
}
