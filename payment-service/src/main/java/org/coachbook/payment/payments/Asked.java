package org.coachbook.payment.payments;

/** What a command asks. */
public enum Asked {
    AUTHORIZE,
    CAPTURE,
    CANCEL_IF_UNPAID,
    CANCEL,
    REFUND
}
