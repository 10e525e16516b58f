package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The payment cannot be prepared.
 *
 * @param reason {@code coach_not_payable} or {@code amount_refused}
 */
@Contract(type = "payment.replied.impossible.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentImpossible(String paymentId, String bookingId, String reason) {}
