package org.coachbook.notification.notice;

import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * What every public event of a payment carries; its CloudEvents type says what happened.
 *
 * @param amount minor units of {@code currency}
 * @param purpose null: a booking
 */
public record PaymentEvent(
        String paymentId,
        String bookingId,
        String coachId,
        long amount,
        String currency,
        @Nullable PaymentPurpose purpose) {
    /** Whether it is about a booking, of which its parties are told; a package is followed by whoever buys it. */
    public boolean isAboutBooking() {
        return purpose != PaymentPurpose.PACKAGE;
    }
}
