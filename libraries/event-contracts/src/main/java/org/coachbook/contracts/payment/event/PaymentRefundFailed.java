package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * Money that was announced as given back did not arrive and is ours again; an operator has to act.
 *
 * @param bookingId what is paid for: a booking, or the purchase of a package
 * @param amount minor units of that refund
 * @param purpose null: a booking
 */
@Contract(type = "payment.refund-failed.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentRefundFailed(
        String paymentId,
        String bookingId,
        String coachId,
        long amount,
        String currency,
        @Nullable PaymentPurpose purpose) {}
