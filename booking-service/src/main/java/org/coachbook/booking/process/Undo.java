package org.coachbook.booking.process;

/** What has to be taken back when a booking dies; registered before the command that makes it necessary is sent. */
public enum Undo {
    RELEASE_SLOT,
    RETURN_DISCOUNTS,
    CANCEL_PAYMENT,
    /** A refund that was ordered and is not answered yet. */
    REFUND_PAYMENT
}
