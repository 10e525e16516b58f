package org.coachbook.payment.accounts;

/** Nothing needs to be said to open an account: {@code {}}. */
public record OnboardingRequest() {}
