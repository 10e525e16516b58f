package org.coachbook.payment.ledger;

/** Whose money it is. */
public enum LedgerAccount {
    CLIENT,
    COACH,
    PLATFORM,
    /** What Stripe keeps for processing. */
    STRIPE_FEES
}
