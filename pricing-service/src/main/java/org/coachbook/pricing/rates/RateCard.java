package org.coachbook.pricing.rates;

import java.util.Map;
import java.util.Optional;
import org.coachbook.pricing.money.Currency;

/**
 * One version of a coach's rates.
 *
 * @param version counts from 1; older versions are kept
 * @param rates by session type id
 */
public record RateCard(String coachId, long version, Currency currency, VatRates vat, Map<String, SessionRate> rates) {
    /**
     * The rate of a session type; empty when the coach has not said what it costs. A card without any entry says that
     * the coach charges for nothing; once something has a price, a forgotten entry never gives a session away.
     */
    public Optional<SessionRate> rateOf(String sessionTypeId) {
        return rates.isEmpty() ? Optional.of(SessionRate.flat(0)) : Optional.ofNullable(rates.get(sessionTypeId));
    }
}
