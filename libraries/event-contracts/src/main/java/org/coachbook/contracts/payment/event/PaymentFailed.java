package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * An attempt to pay failed.
 *
 * @param amount minor units of this change
 */
@Contract(type = "payment.failed.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentFailed(String paymentId, String bookingId, String coachId, long amount, String currency) {}
