package org.coachbook.contracts.payment.event;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Money is reserved.
 *
 * @param amount minor units of this change
 */
@Contract(type = "payment.authorized.v1", topic = Topics.PAYMENT_EVENTS)
public record PaymentAuthorized(String paymentId, String bookingId, String coachId, long amount, String currency) {}
