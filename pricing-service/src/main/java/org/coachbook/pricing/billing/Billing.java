package org.coachbook.pricing.billing;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.pricing.Edits;
import org.coachbook.pricing.billing.BillingRepository.BillingDocument;
import org.jspecify.annotations.Nullable;

/** Everybody's billing details: one document per person, whether he sells or buys. */
@Singleton
public class Billing {
    /** Names whichever there is (RFC 9110 §13.1.1); there always is one, be it that of nothing said. */
    private static final String ANY = "*";

    private final BillingRepository repository;

    Billing(BillingRepository repository) {
        this.repository = repository;
    }

    /** @param version counts from 1; 0 where nothing was said */
    record Versioned(BillingDetails details, long version) {}

    /** What the person has said; {@link BillingDetails#NONE} when nothing. */
    public BillingDetails of(String personId) {
        return versioned(personId).details();
    }

    Versioned versioned(String personId) {
        return versioned(repository.find(personId));
    }

    /** @param ifMatch entity tag of the version that was edited, null for whichever is there */
    Versioned replace(String personId, BillingDetails details, @Nullable String ifMatch) {
        return Edits.edit(
                ANY.equals(ifMatch) ? null : ifMatch,
                () -> repository.find(personId),
                known -> versioned(known).version(),
                known -> {
                    BillingDocument next = new BillingDocument(
                            personId, details, versioned(known).version() + 1);
                    boolean stored = known.map(before -> repository.replace(before, next))
                            .orElseGet(() -> repository.insert(next));
                    return stored ? Optional.of(versioned(Optional.of(next))) : Optional.empty();
                });
    }

    private static Versioned versioned(Optional<BillingDocument> document) {
        return document.map(found -> new Versioned(found.details(), found.known()))
                .orElseGet(() -> new Versioned(BillingDetails.NONE, 0));
    }
}
