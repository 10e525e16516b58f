package org.coachbook.contracts.pricing;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Give a use back; also of what was not redeemed yet, so that a redemption that arrives after this is refused.
 *
 * @param discountId of the promotion or the package; the key
 * @param byClient whether the client ended the booking by his own act; null: he did not
 */
@Contract(type = "pricing.return-discounts.v1", topic = Topics.PRICING_COMMANDS)
public record ReturnDiscounts(
        String redemptionId,
        String bookingId,
        String coachId,
        DiscountKind kind,
        String discountId,
        @Nullable Boolean byClient) {}
