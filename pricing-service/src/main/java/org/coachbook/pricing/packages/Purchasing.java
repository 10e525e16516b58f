package org.coachbook.pricing.packages;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** Buys a package for a client, and waits a moment until he can pay. */
@Singleton
class Purchasing {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final PackageOffers offers;
    private final PackagePrices prices;
    private final ClientPackages packages;
    private final ClientSecretClient secrets;

    Purchasing(PackageOffers offers, PackagePrices prices, ClientPackages packages, ClientSecretClient secrets) {
        this.offers = offers;
        this.prices = prices;
        this.packages = packages;
        this.secrets = secrets;
    }

    /**
     * A purchase that stands.
     *
     * @param clientSecret null when it is not known in time, or there is nothing to pay any more
     */
    record Bought(ClientPackage purchase, @Nullable String clientSecret) {}

    /**
     * @param ifMatch entity tag of the offer that the client looked at, null for whichever is sold
     * @param expectedFinal the price that he was shown, null for whatever it is
     */
    record Wish(
            String offerId,
            String clientId,
            String key,
            @Nullable String ifMatch,
            @Nullable Long expectedFinal) {}

    /** What was bought under the key before is what it was, whatever became of the offer. */
    Bought buy(Wish wish, String token) {
        ClientPackage ordered = packages.ordered(wish.clientId(), wish.key()).orElseGet(() -> ordered(wish));
        if (!ordered.purchase().offerId().equals(wish.offerId())) {
            throw Problem.of(
                            422,
                            "idempotency-key-reused",
                            "This Idempotency-Key was used for another package; use a new one for each purchase.")
                    .asException();
        }
        return payable(ordered, token);
    }

    private ClientPackage ordered(Wish wish) {
        PackageOffer offer = offers.seenBy(wish.offerId(), wish.clientId());
        EntityTags.require(wish.ifMatch(), offer.version());
        if (offer.coachId().equals(wish.clientId())) {
            throw Problem.of(409, "own-package", "This is your own package; your clients can buy it.")
                    .asException();
        }
        PackagePrices.Priced priced = prices.of(offer);
        long total = priced.calculation().price().total();
        if (wish.expectedFinal() != null && wish.expectedFinal() != total) {
            throw Problem.of(409, "price-changed", "The package has another price now; look at it again.")
                    .with("cost", priced.calculation().price())
                    .asException();
        }
        return packages.order(offer, priced, wish.clientId(), wish.key());
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
        Cancellation cancelled = known.cancelled();
        if (cancelled != null) {
            throw ended(cancelled.reason()).asException();
        }
        return new Bought(known, secret.orElse(null));
    }

    private static boolean open(ClientPackage known) {
        return known.paidAt() == null && known.cancelled() == null;
    }

    private static Problem ended(Cancellation.Reason reason) {
        return switch (reason) {
            case NOT_PAID_IN_TIME ->
                Problem.of(409, "not-paid-in-time", "This was not paid in time. Buy again with a new Idempotency-Key.");
            case COACH_NOT_PAYABLE ->
                Problem.of(
                        409,
                        "coach-not-payable",
                        "The coach cannot take payments yet and nothing was charged. When he can, buy with a new"
                                + " Idempotency-Key.");
            case AMOUNT_REFUSED ->
                Problem.of(
                        409, "amount-refused", "This amount cannot be charged; tell the coach. Nothing was charged.");
        };
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
