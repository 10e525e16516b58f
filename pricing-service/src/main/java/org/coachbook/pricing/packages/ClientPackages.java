package org.coachbook.pricing.packages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.PaymentPurpose;
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

    private final ClientPackageRepository repository;
    private final PackagePrices prices;
    private final Clock clock;
    private final Duration timeToPay;

    ClientPackages(
            ClientPackageRepository repository,
            PackagePrices prices,
            Clock clock,
            @ConfigProperty(name = "coachbook.deadlines.payment") Duration timeToPay) {
        this.repository = repository;
        this.prices = prices;
        this.clock = clock;
        this.timeToPay = timeToPay;
    }

    /** A package by its id, whoever has it. */
    public Optional<ClientPackage> find(String id) {
        return repository.find(id);
    }

    /** What this client has paid of this coach's packages, used up and expired ones too. */
    public List<ClientPackage> paid(String clientId, String coachId) {
        return repository.paid(clientId, coachId);
    }

    /** Those of which this person is the coach or the client, the newest first. */
    List<ClientPackage> of(String personId, @Nullable TimeCursor after, int limit) {
        return repository.of(personId, after, limit);
    }

    /** Orders a package; what the client ordered under this key before stays as it is. */
    ClientPackage order(PackageOffer offer, String clientId, String idempotencyKey) {
        Optional<ClientPackage> before = repository.byKey(clientId, idempotencyKey);
        if (before.isPresent()) {
            return before.get();
        }
        String id = UUID.randomUUID().toString();
        Purchase purchase = purchase(offer, clientId, idempotencyKey);
        repository.insert(id, purchase, OutboxMessage.of(authorize(id, purchase), id + ":authorize", id, id, 1));
        return repository.byKey(clientId, idempotencyKey).orElseThrow();
    }

    private Purchase purchase(PackageOffer offer, String clientId, String idempotencyKey) {
        PackagePrices.Priced priced = prices.of(offer);
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
        repository.paid(id, at);
    }

    /** No money will be taken: because we gave it up, else because none can be taken for the coach. */
    void cancelled(String id, Instant at) {
        boolean nobodyGaveUp = find(id).map(ClientPackage::giveUpAt).isPresent();
        Cancellation.Reason reason =
                nobodyGaveUp ? Cancellation.Reason.COACH_NOT_PAYABLE : Cancellation.Reason.NOT_PAID_IN_TIME;
        repository.cancelled(id, new Cancellation(at, reason));
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
