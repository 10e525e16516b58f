package org.coachbook.pricing.rates;

import java.time.LocalDate;

/**
 * Another rate on some dates of the coach's calendar.
 *
 * @param to inclusive
 */
public record SpecialPeriod(LocalDate from, LocalDate to, RateChange change) {
    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean overlaps(SpecialPeriod other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
