package org.coachbook.pricing.packages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a package gives for what. A purchase keeps the terms it was made with.
 *
 * @param name as the coach calls it
 * @param credits how many sessions it pays for
 * @param maxMinutes the longest session that a credit pays for
 * @param sessionTypeIds for which it is; empty: all
 * @param price minor units of {@code currency}; added tax comes on top
 * @param currency ISO 4217, the coach's when he made it
 * @param validityDays times 24 hours from the payment on, during which a credit can be booked with
 * @param active false once it is not sold any more
 */
public record PackageTerms(
        String name,
        int credits,
        int maxMinutes,
        List<String> sessionTypeIds,
        long price,
        String currency,
        int validityDays,
        boolean active) {
    PackageTerms withdrawn() {
        return new PackageTerms(name, credits, maxMinutes, sessionTypeIds, price, currency, validityDays, false);
    }

    /** From when on no session can be booked with it, once it is paid. */
    public Instant endOf(Instant paidAt) {
        return paidAt.plus(Duration.ofDays(validityDays));
    }

    boolean paysFor(String sessionTypeId, int minutes) {
        return minutes <= maxMinutes && (sessionTypeIds.isEmpty() || sessionTypeIds.contains(sessionTypeId));
    }
}
