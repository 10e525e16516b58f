package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Money is taken.
 *
 * @param amount minor units of this change
 */
@Contract(type = "payment.completed.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentCompleted(String paymentId, String bookingId, String coachId, long amount, String currency) {}
