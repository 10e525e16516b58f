package org.coachbook.payment.payments;

/** The calls to Stripe that a payment can need. */
public enum CallKind {
    CREATE,
    CAPTURE,
    CANCEL,
    REFUND,
    /** Reads the movements of money for the ledger; changes nothing at Stripe. */
    LEDGER
}
