package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The refund is on its way to the client.
 *
 * @param amount minor units
 */
@Contract(type = "payment.replied.refunded.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentRefunded(String paymentId, String bookingId, String refundId, long amount, long refundedInAll) {}
