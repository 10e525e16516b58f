package org.coachbook.contracts.pricing;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Use a discount for a booking. A repeat is answered as before; what was returned is never redeemed again.
 *
 * @param redemptionId the same for each repeat
 * @param discountId of the promotion or the package; the key
 */
@Contract(type = "pricing.redeem-discounts.v1", topic = Topics.PRICING_COMMANDS)
public record RedeemDiscounts(
        String redemptionId,
        String bookingId,
        String coachId,
        String clientId,
        String sessionTypeId,
        DiscountKind kind,
        String discountId) {}
