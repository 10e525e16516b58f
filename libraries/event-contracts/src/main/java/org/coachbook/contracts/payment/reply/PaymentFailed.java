package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The bank refused; another card may be tried.
 */
@Contract(type = "payment.replied.failed.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentFailed(
        String paymentId, String bookingId, @Nullable String declineCode) {}
