package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * A client's bank had asked for money back, and it is decided who has it.
 *
 * @param bookingId what is paid for: a booking, or the purchase of a package
 * @param amount minor units that were disputed
 * @param purpose null: a booking
 * @param lost whether the bank has taken the money back for good
 */
@Contract(type = "payment.dispute-closed.v1", topic = Topics.PAYMENT_EVENTS)
public record DisputeClosed(
        String paymentId,
        String bookingId,
        String coachId,
        long amount,
        String currency,
        @Nullable PaymentPurpose purpose,
        boolean lost) {}
