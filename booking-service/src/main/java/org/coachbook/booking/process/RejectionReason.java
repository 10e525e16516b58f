package org.coachbook.booking.process;

import java.util.Locale;

/** Why a booking could not be made. */
public enum RejectionReason {
    SLOT_REFUSED,
    SLOT_LOST,
    PAYMENT_REFUSED,
    COACH_NOT_PAYABLE,
    CODE_USED,
    /** Of a package; another booking used the last one. */
    CREDIT_USED;

    /** The name that people and partners read. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
