package org.coachbook.payment.payments;

/**
 * A call to Stripe is recorded and leased to this process.
 *
 * @param payment as written, its call under way
 */
public record CallStarted(Payment payment) {}
