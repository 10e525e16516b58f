package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The money is taken.
 *
 * @param amount minor units
 */
@Contract(type = "payment.replied.captured.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentCaptured(String paymentId, String bookingId, long amount) {}
