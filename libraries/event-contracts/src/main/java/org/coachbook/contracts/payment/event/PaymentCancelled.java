package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * A payment was given up.
 *
 * @param bookingId what is paid for: a booking, or the purchase of a package
 * @param amount minor units of this change
 * @param purpose null: a booking
 * @param impossible why it could never be paid, {@code coach_not_payable} or {@code amount_refused}; null: it could
 */
@Contract(type = "payment.cancelled.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentCancelled(
        String paymentId,
        String bookingId,
        String coachId,
        long amount,
        String currency,
        @Nullable PaymentPurpose purpose,
        @Nullable String impossible) {}
