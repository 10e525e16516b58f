package org.coachbook.contracts.payment.reply;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The bank has not decided yet.
 */
@Contract(type = "payment.replied.undecided.v1", topic = Topics.BOOKING_REPLIES)
public record PaymentUndecided(String paymentId, String bookingId) {}
