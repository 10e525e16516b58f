package org.coachbook.notification.notice;

/**
 * What a notice does to the reader's calendar: an entry when the time is agreed or kept for the client, its withdrawal
 * when that ends, nothing while the booking is unpaid.
 */
public enum CalendarMark {
    NONE,
    TENTATIVE,
    CONFIRMED,
    CANCELLED;

    /**
     * The mark of a kind.
     *
     * @param invited whether an earlier notice of the booking brought an entry that can be withdrawn
     */
    public static CalendarMark of(Kind kind, boolean invited) {
        return switch (kind) {
            case BOOKING_REQUESTED, MINIMUM_ATTENDEES_AWAITED -> TENTATIVE;
            case BOOKING_CONFIRMED, BOOKING_RESCHEDULED -> CONFIRMED;
            case TIMES_SUGGESTED, BOOKING_REJECTED, BOOKING_DECLINED, BOOKING_CANCELLED, BOOKING_EXPIRED ->
                invited ? CANCELLED : NONE;
            case RESCHEDULE_PROPOSED, RESCHEDULE_DECLINED -> NONE; // the session stands where it is
            case BOOKING_PLACED, BOOKING_PAYMENT_REQUIRED, BOOKING_COMPLETED, CLIENT_NO_SHOW, PAYMENT_REFUNDED -> NONE;
            case WAIT_LIST_OFFERED, WAIT_LIST_OFFER_LAPSED -> NONE;
            case CONNECTION_REQUESTED, CONNECTION_ACCEPTED, CONNECTION_DECLINED, CONNECTION_ENDED -> NONE;
            case CLIENT_INVITED, PACKAGE_BOUGHT -> NONE;
        };
    }

    /** Whether an entry is in the reader's calendar after this mark, given that one was or was not before. */
    public boolean leavesEntry(boolean before) {
        return switch (this) {
            case NONE -> before;
            case TENTATIVE, CONFIRMED -> true;
            case CANCELLED -> false;
        };
    }
}
