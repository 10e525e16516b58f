package org.coachbook.contracts.payment;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Give the payment up: release what is authorised, and refund what is captured unless {@code onlyIfUnpaid}.
 *
 * @param onlyIfUnpaid leave a payment alone that the client has meanwhile made, and answer what it is
 */
@Contract(type = "payment.cancel.v1", topic = Topics.PAYMENT_COMMANDS)
public record CancelPayment(String paymentId, String bookingId, boolean onlyIfUnpaid) {}
