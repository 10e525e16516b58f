package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Money was given back.
 *
 * @param amount minor units of this change
 */
@Contract(type = "payment.refunded.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentRefunded(String paymentId, String bookingId, String coachId, long amount, String currency) {}
