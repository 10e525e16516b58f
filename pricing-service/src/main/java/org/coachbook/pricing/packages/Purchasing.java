package org.coachbook.pricing.packages;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.coachbook.pricing.packages.Cancellation.Reason;
import org.jspecify.annotations.Nullable;

/** Buys a package for a client, and waits a moment until he can pay. */
@Singleton
class Purchasing {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final PackageOffers offers;
    private final ClientPackages packages;
    private final ClientSecretClient secrets;

    Purchasing(PackageOffers offers, ClientPackages packages, ClientSecretClient secrets) {
        this.offers = offers;
        this.packages = packages;
        this.secrets = secrets;
    }

    /**
     * A purchase that stands.
     *
     * @param clientSecret null when it is not known in time, or there is nothing to pay any more
     */
    record Bought(ClientPackage purchase, @Nullable String clientSecret) {}

    /** @param ifMatch entity tag of the offer that the client looked at, null for whichever is sold */
    Bought buy(String offerId, String clientId, String token, String key, @Nullable String ifMatch) {
        PackageOffer offer = offers.seenBy(offerId, clientId);
        EntityTags.require(ifMatch, offer.version());
        if (offer.coachId().equals(clientId)) {
            throw Problem.of(409, "own-package", "This is your own package; your clients can buy it.")
                    .asException();
        }
        ClientPackage ordered = packages.order(offer, clientId, key);
        if (!ordered.purchase().offerId().equals(offerId)) {
            throw Problem.of(
                            422,
                            "idempotency-key-reused",
                            "This Idempotency-Key was used for another package; use a new one for each purchase.")
                    .asException();
        }
        return payable(ordered, token);
    }

    /** As soon as there is something to pay with, or it is known that there is nothing to pay. */
    private Bought payable(ClientPackage ordered, String token) {
        ClientPackage known = ordered;
        Optional<String> secret = Optional.empty();
        long end = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (open(known) && secret.isEmpty() && System.nanoTime() - end < 0) {
            secret = secrets.secretOf(known.id(), token);
            if (secret.isEmpty()) {
                rest(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                known = packages.find(known.id()).orElse(known);
            }
        }
        refuseUnpayable(known.cancelled());
        return new Bought(known, secret.orElse(null));
    }

    private static boolean open(ClientPackage known) {
        return known.paidAt() == null && known.cancelled() == null;
    }

    private static void refuseUnpayable(@Nullable Cancellation cancelled) {
        if (cancelled != null && cancelled.reason() == Reason.COACH_NOT_PAYABLE) {
            throw Problem.of(
                            409,
                            "coach-not-payable",
                            "The coach cannot take payments yet. Nothing was charged; try again when he can.")
                    .asException();
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tryAgain().asException();
        }
    }
}
