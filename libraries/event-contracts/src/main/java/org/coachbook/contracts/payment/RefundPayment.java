package org.coachbook.contracts.payment;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Refund a part of, or all that is captured.
 *
 * @param refundId one refund per id
 * @param amount minor units; where less is left because money went back at Stripe itself, that is given back
 * @param reason {@code cancelled_by_client}, {@code cancelled_by_coach}, {@code slot_lost} or {@code goodwill}
 */
@Contract(type = "payment.refund.v1", topic = Topics.PAYMENT_COMMANDS)
public record RefundPayment(String paymentId, String bookingId, String refundId, long amount, String reason) {}
