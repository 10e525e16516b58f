package org.coachbook.pricing.packages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.coachbook.contracts.pricing.PackageBought;
import org.coachbook.pricing.TimeCursor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sells packages and grants their credits. A purchase asks payment-service for its money in the write that stores it;
 * its credits are granted when Stripe has taken the money, once, however late and however often that is told.
 */
@ApplicationScoped
public class ClientPackages {
    private static final int BATCH = 100;
    private static final int MOST_UNPAID = 5;

    private final ClientPackageRepository repository;
    private final OwnedPackageRepository owned;
    private final Clock clock;
    private final Duration timeToPay;

    ClientPackages(
            ClientPackageRepository repository,
            OwnedPackageRepository owned,
            Clock clock,
            @ConfigProperty(name = "coachbook.deadlines.payment") Duration timeToPay) {
        this.repository = repository;
        this.owned = owned;
        this.clock = clock;
        this.timeToPay = timeToPay;
    }

    /** A package by its id, whoever has it. */
    public Optional<ClientPackage> find(String id) {
        return repository.find(id);
    }

    /** With what this client could pay this coach; where there is nothing, what he had last, which says why. */
    public List<ClientPackage> toPayWith(String clientId, String coachId) {
        List<ClientPackage> usable = owned.usable(clientId, coachId, clock.instant());
        return usable.isEmpty() ? owned.latest(clientId, coachId).stream().toList() : usable;
    }

    /** Those of which this person is the coach or the client, the newest first. */
    List<ClientPackage> of(String personId, @Nullable TimeCursor after, int limit) {
        return repository.of(personId, after, limit);
    }

    /** What this client ordered under this key before. */
    Optional<ClientPackage> ordered(String clientId, String idempotencyKey) {
        return owned.byKey(clientId, idempotencyKey);
    }

    /** Orders a package; where the same order came in at the same moment there is one. */
    ClientPackage order(PackageOffer offer, PackagePrices.Priced priced, String clientId, String idempotencyKey) {
        if (owned.unpaid(clientId) >= MOST_UNPAID) {
            throw Problem.of(
                            429,
                            "too-many-purchases",
                            "You have " + MOST_UNPAID + " packages to pay already; pay one, or wait until they lapse.")
                    .asException();
        }
        String id = UUID.randomUUID().toString();
        Purchase purchase = purchase(offer, priced, clientId, idempotencyKey);
        repository.insert(id, purchase, OutboxMessage.of(authorize(id, purchase), id + ":authorize", id, id, 1));
        return ordered(clientId, idempotencyKey).orElseThrow();
    }

    private Purchase purchase(PackageOffer offer, PackagePrices.Priced priced, String clientId, String idempotencyKey) {
        Instant now = clock.instant();
        return new Purchase(
                idempotencyKey,
                offer.id(),
                offer.coachId(),
                clientId,
                offer.terms(),
                priced.calculation().price(),
                priced.rateCardVersion(),
                priced.calculation().platformFee(),
                now,
                now.plus(timeToPay));
    }

    private static AuthorizePayment authorize(String id, Purchase purchase) {
        return new AuthorizePayment(
                id,
                id,
                purchase.coachId(),
                purchase.clientId(),
                purchase.price().total(),
                purchase.price().currency(),
                purchase.platformFee(),
                true,
                purchase.payBy(),
                PaymentPurpose.PACKAGE);
    }

    /** The money was taken. */
    void paid(String id, Instant at) {
        Purchase purchase = repository
                .find(id)
                .map(ClientPackage::purchase)
                .orElseThrow(() -> new PoisonMessage("Money was taken for a package that nobody ordered: " + id));
        PackageBought bought = new PackageBought(
                id,
                purchase.coachId(),
                purchase.clientId(),
                purchase.price().total(),
                purchase.price().currency());
        repository.paid(id, at, sequence -> OutboxMessage.of(bought, id + ":bought", id, id, sequence));
    }

    /**
     * Money went back, or the client's bank has taken it. Once all of it has, the package pays for nothing more; what was booked with it stays.
     * Where it did not arrive, the package pays again.
     *
     * @param eventId which refund, lost dispute or failure; the same for each delivery of its event
     * @param amount minor units; negative where they did not arrive
     */
    void refunded(String id, String eventId, long amount, Instant at) {
        PackageRefund refund = new PackageRefund(eventId, amount);
        Optional<ClientPackage> known = repository.find(id);
        while (known.isPresent() && !known.get().hasRefund(eventId) && !repository.refunded(known.get(), refund, at)) {
            known = repository.find(id);
        }
    }

    /** No money will be taken. */
    void cancelled(String id, Cancellation cancellation) {
        repository.cancelled(id, cancellation);
    }

    /** Gives up what was not paid in time; what is paid at the last moment counts all the same. */
    void giveUpOverdue() {
        Instant now = clock.instant();
        repository.overdue(now, BATCH).forEach(overdue -> giveUp(overdue, now));
    }

    void giveUp(ClientPackage overdue, Instant now) {
        String id = overdue.id();
        CancelPayment command = new CancelPayment(id, id, true);
        repository.giveUp(overdue, now, sequence -> OutboxMessage.of(command, id + ":cancel", id, id, sequence));
    }
}
