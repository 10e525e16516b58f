package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/**
 * What Stripe says about a refund.
 *
 * @param refundId ours; Stripe's where it was made at Stripe itself
 * @param amount minor units
 * @param failure Stripe's reason, when it failed
 */
public record RefundFact(
        String refundId,
        String stripeId,
        long amount,
        RefundState state,
        @Nullable String failure) {}
