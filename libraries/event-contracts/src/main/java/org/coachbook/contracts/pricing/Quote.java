package org.coachbook.contracts.pricing;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.availability.RefundTier;
import org.jspecify.annotations.Nullable;

/**
 * Everything a booking is charged by. In the signed token that pricing-service issues and booking-service verifies
 * offline, the claim {@code quote} carries it without {@code platformFee} and {@code payout}; those two travel encrypted
 * in the claim {@code share}.
 *
 * @param id one quote, one id
 * @param clientId for whom; null for a visitor who is not signed in, whose quote cannot be booked
 * @param durationMinutes length of the session
 * @param occurrences how many sessions the series has that it is for; null for a single session
 * @param rateCardVersion the coach's rate card it was computed from
 * @param redeems what booking it uses up; null when nothing
 * @param platformFee minor units kept from the coach's payout; never shown to the client
 * @param payout minor units, {@code total - platformFee}
 * @param expiresAt the quote holds until then
 */
public record Quote(
        String id,
        @Nullable String clientId,
        String coachId,
        String sessionTypeId,
        long sessionTypeVersion,
        Instant start,
        int durationMinutes,
        @Nullable Integer occurrences,
        long rateCardVersion,
        @Nullable RedeemableDiscount redeems,
        Price price,
        List<PriceLine> lines,
        List<RefundTier> cancellationTiers,
        long platformFee,
        long payout,
        Instant expiresAt) {}
