package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * Money was given back.
 *
 * @param bookingId what is paid for: a booking, or the purchase of a package
 * @param amount minor units of this change
 * @param purpose null: a booking
 */
@Contract(type = "payment.refunded.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentRefunded(
        String paymentId,
        String bookingId,
        String coachId,
        long amount,
        String currency,
        @Nullable PaymentPurpose purpose) {}
