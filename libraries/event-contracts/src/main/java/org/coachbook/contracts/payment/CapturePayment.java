package org.coachbook.contracts.payment;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Take the authorised money.
 */
@Contract(type = "payment.capture.v1", topic = Topics.PAYMENT_COMMANDS)
public record CapturePayment(String paymentId, String bookingId) {}
