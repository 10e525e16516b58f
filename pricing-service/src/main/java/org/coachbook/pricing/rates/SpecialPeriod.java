package org.coachbook.pricing.rates;

import java.time.LocalDate;
import org.coachbook.pricing.money.Fraction;

/**
 * Another rate on some dates of the coach's calendar.
 *
 * @param to inclusive
 * @param hourly minor units per 60 minutes
 */
public record SpecialPeriod(LocalDate from, LocalDate to, Fraction hourly) {
    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean overlaps(SpecialPeriod other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
