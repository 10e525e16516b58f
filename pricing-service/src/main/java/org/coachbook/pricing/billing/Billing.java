package org.coachbook.pricing.billing;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.coachbook.pricing.billing.BillingRepository.BillingDocument;
import org.jspecify.annotations.Nullable;

/** The coaches' billing details. */
@Singleton
public class Billing {
    private static final int ATTEMPTS = 5;

    private final BillingRepository repository;

    Billing(BillingRepository repository) {
        this.repository = repository;
    }

    /** @param version counts from 1; 0 where nothing was said */
    record Versioned(BillingDetails details, long version) {}

    /** What the coach has said; {@link BillingDetails#NONE} when nothing. */
    public BillingDetails of(String coachId) {
        return versioned(coachId).details();
    }

    Versioned versioned(String coachId) {
        return versioned(repository.find(coachId));
    }

    /** @param ifMatch entity tag of the version that was edited, null for whichever is there */
    Versioned replace(String coachId, BillingDetails details, @Nullable String ifMatch) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<BillingDocument> known = repository.find(coachId);
            long version = versioned(known).version();
            EntityTags.require(ifMatch, version);
            BillingDocument next = new BillingDocument(coachId, details, version + 1);
            boolean stored =
                    known.map(before -> repository.replace(before, next)).orElseGet(() -> repository.insert(next));
            if (stored) {
                return new Versioned(details, version + 1);
            }
        }
        throw Problem.tryAgain().asException();
    }

    private static Versioned versioned(Optional<BillingDocument> document) {
        return document.map(found -> new Versioned(found.details(), found.known()))
                .orElseGet(() -> new Versioned(BillingDetails.NONE, 0));
    }
}
