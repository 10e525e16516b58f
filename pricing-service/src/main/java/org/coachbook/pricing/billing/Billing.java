package org.coachbook.pricing.billing;

import jakarta.inject.Singleton;

/** The coaches' billing details, for the other features. */
@Singleton
public class Billing {
    private final BillingRepository repository;

    Billing(BillingRepository repository) {
        this.repository = repository;
    }

    /** What the coach has said; {@link BillingDetails#NONE} when nothing. */
    public BillingDetails of(String coachId) {
        return repository.find(coachId).orElse(BillingDetails.NONE);
    }
}
