package org.coachbook.payment.payments;

/** What we do not know about a call that was sent. */
public enum Doubt {
    NONE,
    /** No answer came: the same key is sent again and answered with the first outcome, or does it now. */
    NO_ANSWER,
    /** Stripe stored a 500 under the key and would replay it: only looking the object up tells. */
    SERVER_ERROR
}
