package org.coachbook.pricing.promotions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion gives to whom. Amounts are minor units.
 *
 * @param code what clients enter; in capitals
 * @param percent of the base, a decimal as text; either this or {@code amount}
 * @param amount taken off in {@code currency}
 * @param currency ISO 4217, beside {@code amount}
 * @param from valid for bookings from then on; null: at once
 * @param to valid for bookings before then; null: until it is withdrawn
 * @param maxUses by all clients
 * @param maxUsesPerClient null: as often as there are uses
 * @param sessionTypeIds for which it is; empty: all
 * @param active false once it is withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromotionTerms(
        String code,
        @Nullable String percent,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable Instant from,
        @Nullable Instant to,
        int maxUses,
        @Nullable Integer maxUsesPerClient,
        List<String> sessionTypeIds,
        boolean active) {
    PromotionTerms withdrawn() {
        return new PromotionTerms(
                code, percent, amount, currency, from, to, maxUses, maxUsesPerClient, sessionTypeIds, false);
    }

    boolean validAt(Instant now) {
        return (from == null || !now.isBefore(from)) && (to == null || now.isBefore(to));
    }

    /** Whether it takes off in this currency: a percentage does in all. */
    boolean worksIn(String other) {
        return currency == null || currency.equals(other);
    }

    boolean isFor(String sessionTypeId) {
        return sessionTypeIds.isEmpty() || sessionTypeIds.contains(sessionTypeId);
    }
}
