package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/**
 * One refund, made once per id.
 *
 * @param refundId of who asked for it; Stripe's where it was made at Stripe itself
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

    private static final String AT_STRIPE = "at_stripe";

    static Refund requested(String refundId, long amount, String reason) {
        return new Refund(refundId, amount, reason, RefundState.REQUESTED, null, null);
    }

    /** A refund that nobody asked us for: an operator made it at Stripe itself. */
    static Refund madeAtStripe(RefundFact seen) {
        return new Refund(seen.refundId(), seen.amount(), AT_STRIPE, seen.state(), seen.stripeId(), seen.failure());
    }

    boolean isMadeAtStripe() {
        return reason.equals(AT_STRIPE);
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

    /** This refund, which is to be made, where only this much is left to give back. */
    Refund atMost(long left) {
        RefundState next = left == 0 ? RefundState.COVERED : RefundState.REQUESTED;
        return new Refund(refundId, Math.min(amount, left), reason, next, stripeId, failure);
    }

    /** This refund after Stripe's word on it; what has failed or succeeded does not become pending again. */
    Refund after(RefundFact seen) {
        boolean stale = seen.state() == RefundState.PENDING && state == RefundState.SUCCEEDED;
        return state == RefundState.FAILED || stale
                ? this
                : new Refund(refundId, seen.amount(), reason, seen.state(), seen.stripeId(), seen.failure());
    }
}
