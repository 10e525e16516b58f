package org.coachbook.pricing.packages;

import java.time.Instant;
import org.coachbook.contracts.pricing.Price;

/**
 * What a client ordered; it never changes.
 *
 * @param idempotencyKey one key of a client, one purchase
 * @param terms the offer's when it was bought
 * @param price what is charged
 * @param rateCardVersion the coach's card whose tax it was priced with
 * @param platformFee minor units kept from the coach's payout
 * @param payBy when it is given up unless it is paid
 */
public record Purchase(
        String idempotencyKey,
        String offerId,
        String coachId,
        String clientId,
        PackageTerms terms,
        Price price,
        long rateCardVersion,
        long platformFee,
        Instant at,
        Instant payBy) {}
