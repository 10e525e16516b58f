package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A payment was given up.
 *
 * @param amount minor units of this change
 */
@Contract(type = "payment.cancelled.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentCancelled(String paymentId, String bookingId, String coachId, long amount, String currency) {}
