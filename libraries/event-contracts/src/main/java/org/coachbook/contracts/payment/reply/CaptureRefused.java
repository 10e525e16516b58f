package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The authorised money cannot be taken any more, for good.
 */
@Contract(type = "payment.replied.capture-refused.v1", topic = Topics.BOOKING_REPLIES)
public record CaptureRefused(String paymentId, String bookingId, String reason) {}
