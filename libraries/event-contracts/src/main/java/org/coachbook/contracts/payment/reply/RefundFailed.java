package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The refund failed and an operator has to act.
 */
@Contract(type = "payment.replied.refund-failed.v1", topic = Topics.BOOKING_REPLIES)
public record RefundFailed(String paymentId, String bookingId, String refundId, String reason) {}
