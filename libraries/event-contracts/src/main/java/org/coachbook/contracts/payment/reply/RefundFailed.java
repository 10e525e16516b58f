package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The refund failed and an operator has to act.
 *
 * @param refundedInAll minor units that have gone back without it; null from senders that did not say it yet
 */
@Contract(type = "payment.replied.refund-failed.v1", topic = Topics.BOOKING_REPLIES)
public record RefundFailed(
        String paymentId,
        String bookingId,
        String refundId,
        String reason,
        @Nullable Long refundedInAll) {}
