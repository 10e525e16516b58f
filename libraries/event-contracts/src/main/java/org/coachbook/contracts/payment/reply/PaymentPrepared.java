package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The client can pay now; the client secret is read over HTTP.
 */
@Contract(type = "payment.replied.prepared.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentPrepared(String paymentId, String bookingId) {}
