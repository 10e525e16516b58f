package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/**
 * What Stripe says about one of our refunds.
 *
 * @param failure Stripe's reason, when it failed
 */
public record RefundFact(
        String refundId,
        String stripeId,
        RefundState state,
        @Nullable String failure) {}
