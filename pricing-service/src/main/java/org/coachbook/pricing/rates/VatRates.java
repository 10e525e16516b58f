package org.coachbook.pricing.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coach's value added tax over time.
 *
 * @param included whether the rates contain it already
 * @param first until the first change
 * @param changes by date, each later than the one before
 */
public record VatRates(boolean included, Period first, List<Change> changes) {
    /** What a coach pays who says nothing: the usual rate in Switzerland. */
    static final String USUAL_PERCENT = "8.1";

    /**
     * What is due for a while.
     *
     * @param ratePercent 0 to 100
     * @param exemption why no tax is due, as it stands on invoices; null where tax is due
     */
    public record Period(BigDecimal ratePercent, @Nullable String exemption) {}

    /**
     * Another period.
     *
     * @param from the first local date that it is for
     */
    public record Change(LocalDate from, Period period) {}

    /** The same rate at all times. */
    public static VatRates always(BigDecimal ratePercent, boolean included) {
        return new VatRates(included, new Period(ratePercent, null), List.of());
    }

    /** What applies to a session that starts on this date of the coach's calendar, whenever it is booked or paid. */
    public VatRule on(LocalDate date) {
        return new VatRule(periodOf(date).ratePercent(), included);
    }

    /** Why no tax is due for what is sold for this date; null where tax is due. */
    public @Nullable String exemptionOn(LocalDate date) {
        return periodOf(date).exemption();
    }

    private Period periodOf(LocalDate date) {
        Period found = first;
        for (Change change : changes) {
            found = change.from().isAfter(date) ? found : change.period();
        }
        return found;
    }
}
