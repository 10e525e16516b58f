package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/**
 * One refund, made once per id.
 *
 * @param amount minor units
 * @param reason who or what caused it
 * @param failure why it failed, Stripe's code or ours
 */
public record Refund(
        String refundId,
        long amount,
        String reason,
        RefundState state,
        @Nullable String stripeId,
        @Nullable String failure) {
    /** The refund of everything that is left when a payment is given up. */
    public static final String GIVE_UP = "give-up";

    static Refund requested(String refundId, long amount, String reason) {
        return new Refund(refundId, amount, reason, RefundState.REQUESTED, null, null);
    }

    boolean is(String id) {
        return refundId.equals(id);
    }

    Refund failed(String why) {
        return new Refund(refundId, amount, reason, RefundState.FAILED, stripeId, why);
    }

    Refund released() {
        return new Refund(refundId, amount, reason, RefundState.RELEASED, stripeId, failure);
    }

    /** This refund after Stripe's word on it; what has failed or succeeded does not become pending again. */
    Refund after(RefundFact seen) {
        boolean stale = seen.state() == RefundState.PENDING && state == RefundState.SUCCEEDED;
        return state == RefundState.FAILED || stale
                ? this
                : new Refund(refundId, amount, reason, seen.state(), seen.stripeId(), seen.failure());
    }
}
