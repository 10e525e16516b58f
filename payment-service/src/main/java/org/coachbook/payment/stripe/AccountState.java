package org.coachbook.payment.stripe;

/** What Stripe says about a coach's account. */
public record AccountState(String accountId, boolean chargesEnabled, boolean payoutsEnabled) {}
