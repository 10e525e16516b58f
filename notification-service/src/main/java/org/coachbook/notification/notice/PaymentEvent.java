package org.coachbook.notification.notice;

/**
 * What every public event of a payment carries; its CloudEvents type says what happened.
 *
 * @param amount minor units of {@code currency}
 */
public record PaymentEvent(String paymentId, String bookingId, String coachId, long amount, String currency) {}
