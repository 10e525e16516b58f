package org.coachbook.payment.payments;

/** Where a refund stands. */
public enum RefundState {
    /** To be made at Stripe. */
    REQUESTED,
    /** Made; the money is on its way. */
    PENDING,
    SUCCEEDED,
    /** An operator has to act. */
    FAILED,
    /** Nothing was captured, so the authorisation is released instead. */
    RELEASED,
    /** Nothing was left to give back: it had all gone back at Stripe itself. */
    COVERED;

    /** Whether Stripe has taken it on. */
    boolean made() {
        return this == PENDING || this == SUCCEEDED;
    }
}
