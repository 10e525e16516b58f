package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/**
 * A declined attempt to pay.
 *
 * @param attempt tells one attempt from the next: the charge's id, or the payment method's where no charge was made
 * @param code Stripe's decline code, or its error code where the bank gave none
 */
public record Decline(String attempt, @Nullable String code) {}
