package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The refund is on its way to the client; also said unasked, of one that was made at Stripe itself.
 *
 * @param refundId of the command, or Stripe's where nobody asked for it
 * @param amount minor units that are given back by this: what was asked for, or what was left of the payment
 * @param refundedInAll minor units
 */
@Contract(type = "payment.replied.refunded.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentRefunded(String paymentId, String bookingId, String refundId, long amount, long refundedInAll) {}
