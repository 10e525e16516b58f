package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Nothing is owed: the payment was given up, released or fully refunded.
 *
 * @param refunded minor units that have gone back in all
 */
@Contract(type = "payment.replied.cancelled.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentCancelled(String paymentId, String bookingId, long refunded) {}
