package org.coachbook.pricing.promotions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.Reduction;
import org.coachbook.pricing.redemption.NotUsable;
import org.coachbook.pricing.redemption.Redeemable;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;

/**
 * A promotion with its uses. Its document counts them, so that the last one is given once.
 *
 * @param version of the terms
 * @param uses redeemed and not given back
 * @param returned redemptions that were given back, or never came to be, the latest 5,000; they are never redeemed
 *     again
 * @param sequence of the last message it sent
 */
public record Promotion(
        @BsonId String id,
        String coachId,
        PromotionTerms terms,
        long version,
        Instant createdAt,
        List<Use> uses,
        List<Use> returned,
        long sequence)
        implements Redeemable {
    /** Why this client cannot use it now for such a session, priced in this currency; null when he can. */
    public @Nullable NotUsable refusal(@Nullable String clientId, String sessionTypeId, String currency, Instant now) {
        if (!terms.active()) {
            return NotUsable.WITHDRAWN;
        }
        if (!terms.validAt(now)) {
            return NotUsable.NOT_VALID_NOW;
        }
        if (!terms.isFor(sessionTypeId)) {
            return NotUsable.OTHER_SESSION_TYPES;
        }
        if (!terms.worksIn(currency)) {
            return NotUsable.OTHER_CURRENCY;
        }
        DiscountRefusal exhausted = exhausted(clientId, now);
        return exhausted == null ? null : NotUsable.of(exhausted);
    }

    @Override
    public @Nullable DiscountRefusal exhausted(@Nullable String clientId, Instant now) {
        if (uses.size() >= terms.maxUses()) {
            return DiscountRefusal.USED_UP;
        }
        return usedUpBy(clientId) ? DiscountRefusal.USED_BY_CLIENT : null;
    }

    private boolean usedUpBy(@Nullable String clientId) {
        Integer most = terms.maxUsesPerClient();
        return most != null
                && uses.stream().filter(use -> use.clientId().equals(clientId)).count() >= most;
    }

    /** What it takes off. */
    public Discount.Promotion discount() {
        Long amount = terms.amount();
        return new Discount.Promotion(
                id,
                terms.code(),
                amount == null
                        ? new Reduction.Percentage(new BigDecimal(String.valueOf(terms.percent())))
                        : new Reduction.FixedAmount(amount));
    }
}
