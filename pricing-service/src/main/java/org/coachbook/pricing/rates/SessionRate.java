package org.coachbook.pricing.rates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.coachbook.pricing.money.Fraction;

/**
 * What a session type costs. A special period goes before the hours of the week, those go before the usual rate.
 *
 * @param hourly minor units per 60 minutes
 * @param timeBased do not overlap
 * @param specialPeriods do not overlap
 */
public record SessionRate(
        Fraction hourly, List<TimeBasedRate> timeBased, List<SpecialPeriod> specialPeriods, List<Discount> discounts) {
    /** A rate that is the same at all times. */
    public static SessionRate flat(long hourly) {
        return new SessionRate(Fraction.of(hourly), List.of(), List.of(), List.of());
    }

    /** Minor units per 60 minutes at a moment of the coach's local clock. */
    public Fraction hourlyAt(LocalDateTime label) {
        LocalDate date = label.toLocalDate();
        for (SpecialPeriod period : specialPeriods) {
            if (period.covers(date)) {
                return period.hourly();
            }
        }
        for (TimeBasedRate window : timeBased) {
            if (window.covers(label)) {
                return window.hourly();
            }
        }
        return hourly;
    }
}
