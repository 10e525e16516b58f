package org.coachbook.payment.payments;

import org.coachbook.contracts.payment.AuthorizePayment;

/** Everything that can happen to a payment. */
public sealed interface PaymentInput {
    /** A command of the booking process. */
    sealed interface Command extends PaymentInput {
        String commandId();
    }

    /** Prepare it. */
    record Authorize(String commandId, AuthorizePayment command) implements Command {}

    /** Take the authorised money. */
    record Capture(String commandId) implements Command {}

    /** Give it up. */
    record Cancel(String commandId, boolean onlyIfUnpaid) implements Command {}

    /**
     * Give money back.
     *
     * @param amount minor units
     */
    record GiveBack(String commandId, String refundId, long amount, String reason) implements Command {}

    /** A worker takes up a call that is due. */
    record CallClaimed() implements PaymentInput {}

    /** A call to Stripe ended. */
    record CallEnded(Call call, CallResult result) implements PaymentInput {}

    /** Stripe's intent was read. */
    record IntentSeen(Intent intent) implements PaymentInput {}

    /** A refund was read, ours or one made at Stripe itself. */
    record RefundSeen(RefundFact refund) implements PaymentInput {}

    /** A dispute of the charge was read. */
    record DisputeSeen(Dispute dispute) implements PaymentInput {}
}
