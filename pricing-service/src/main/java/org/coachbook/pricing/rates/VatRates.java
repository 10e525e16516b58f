package org.coachbook.pricing.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coach's value added tax over time.
 *
 * @param ratePercent 0 to 100, until the first change
 * @param included whether the rates contain it already
 * @param changes by date, each later than the one before
 * @param exemption why no tax is due, as it stands on invoices; null where tax is due
 */
public record VatRates(
        BigDecimal ratePercent,
        boolean included,
        List<Change> changes,
        @Nullable String exemption) {
    /**
     * Another rate.
     *
     * @param from the first local date that it is for
     */
    public record Change(LocalDate from, BigDecimal ratePercent) {}

    /** The same rate at all times. */
    public static VatRates always(BigDecimal ratePercent, boolean included) {
        return new VatRates(ratePercent, included, List.of(), null);
    }

    /** What applies to a session that starts on this date of the coach's calendar, whenever it is booked or paid. */
    public VatRule on(LocalDate date) {
        BigDecimal rate = ratePercent;
        for (Change change : changes) {
            rate = change.from().isAfter(date) ? rate : change.ratePercent();
        }
        return new VatRule(rate, included);
    }
}
