package org.coachbook.contracts.payment;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Prepare a payment that the client then confirms with his bank.
 *
 * @param bookingId what is paid for: a booking, or the purchase of a package; the key
 * @param amount minor units
 * @param platformFee minor units kept from the coach's payout, 0 for none
 * @param captureAtOnce charge instead of authorising, because the decision comes later than an authorisation lives
 * @param deadline when an unpaid payment is given up
 * @param purpose null: a booking
 */
@Contract(type = "payment.authorize.v1", topic = Topics.PAYMENT_COMMANDS)
public record AuthorizePayment(
        String paymentId,
        String bookingId,
        String coachId,
        String clientId,
        long amount,
        String currency,
        long platformFee,
        boolean captureAtOnce,
        Instant deadline,
        @Nullable PaymentPurpose purpose) {}
