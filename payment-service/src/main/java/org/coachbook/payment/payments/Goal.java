package org.coachbook.payment.payments;

/** What we are asked to bring about; calls to Stripe follow from it and from what is known. */
public enum Goal {
    /** The client shall be able to pay. */
    PAY,
    /** Take what is authorised. */
    CAPTURE,
    /** Give the payment up unless the client has paid meanwhile. */
    GIVE_UP_IF_UNPAID,
    /** Nothing shall be owed: cancel, release or refund. For good: money that arrives later goes back by itself. */
    GIVE_UP
}
