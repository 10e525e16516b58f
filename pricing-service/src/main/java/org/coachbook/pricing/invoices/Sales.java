package org.coachbook.pricing.invoices;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.pricing.billing.Billing;
import org.coachbook.pricing.billing.BillingDetails;
import org.coachbook.pricing.facts.KnownFacts;
import org.coachbook.pricing.invoices.InvoiceContent.Amounts;
import org.coachbook.pricing.invoices.InvoiceContent.Party;
import org.coachbook.pricing.invoices.InvoiceContent.Prepaid;
import org.coachbook.pricing.packages.ClientPackage;
import org.coachbook.pricing.packages.ClientPackages;
import org.coachbook.pricing.packages.Purchase;
import org.coachbook.pricing.rates.RateCards;
import org.jspecify.annotations.Nullable;

/** What was sold when money was taken, as it stands on the invoice. */
@Singleton
class Sales {
    private static final String UNKNOWN = "–";

    private final PartiesClient parties;
    private final ClientPackages packages;
    private final Billing billing;
    private final RateCards rateCards;
    private final KnownFacts known;

    Sales(PartiesClient parties, ClientPackages packages, Billing billing, RateCards rateCards, KnownFacts known) {
        this.parties = parties;
        this.packages = packages;
        this.billing = billing;
        this.rateCards = rateCards;
        this.known = known;
    }

    /** Something that a client bought. */
    record Sale(String clientId, InvoiceContent content) {}

    /** @param at when the money was taken */
    Sale of(PaymentCompleted paid, Instant at) {
        return paid.purpose() == PaymentPurpose.PACKAGE ? ofPackage(paid, at) : ofBooking(paid);
    }

    private Sale ofBooking(PaymentCompleted paid) {
        PaidBooking booking = parties.booking(paid.bookingId())
                .orElseThrow(() -> new PoisonMessage("There is no booking " + paid.bookingId()));
        Buyer buyer = buyer(booking.clientId());
        InvoiceContent content = new InvoiceContent(
                buyer.language(),
                booking.zone().getId(),
                seller(booking.coachId()),
                buyer.billed().name(),
                buyer.billed().address(),
                buyer.billed().vatNumber(),
                booking.id(),
                service(booking.sessionTypeId()),
                booking.start(),
                (int) Duration.between(booking.start(), booking.end()).toMinutes(),
                null,
                booking.linesAsHeld(),
                booking.price().discounts(),
                amounts(booking.price()),
                exemption(booking.coachId(), booking.rateCardVersion(), booking.taxDate()),
                paid.paymentId(),
                null);
        return new Sale(booking.clientId(), content);
    }

    private Sale ofPackage(PaymentCompleted paid, Instant at) {
        Purchase purchase = purchase(paid.paymentId());
        Buyer buyer = buyer(purchase.clientId());
        ZoneId zone = zoneOf(purchase.coachId());
        InvoiceContent content = new InvoiceContent(
                buyer.language(),
                zone.getId(),
                seller(purchase.coachId()),
                buyer.billed().name(),
                buyer.billed().address(),
                buyer.billed().vatNumber(),
                paid.paymentId(),
                purchase.terms().name(),
                null,
                purchase.terms().maxMinutes(),
                new Prepaid(purchase.terms().credits(), purchase.terms().endOf(at)),
                List.of(),
                List.of(),
                amounts(purchase.price()),
                exemption(purchase.coachId(), purchase.rateCardVersion(), LocalDate.ofInstant(purchase.at(), zone)),
                paid.paymentId(),
                null);
        return new Sale(purchase.clientId(), content);
    }

    private String service(String sessionTypeId) {
        return parties.service(sessionTypeId).map(PartiesClient.Service::name).orElse(UNKNOWN);
    }

    private Purchase purchase(String paymentId) {
        return packages.find(paymentId)
                .map(ClientPackage::purchase)
                .orElseThrow(() -> new PoisonMessage("There is no package " + paymentId));
    }

    private ZoneId zoneOf(String coachId) {
        return ZoneId.of(known.schedule(coachId).map(ScheduleChanged::timeZone).orElse("UTC"));
    }

    private record Buyer(Party billed, String language) {}

    private Buyer buyer(String clientId) {
        Optional<PartiesClient.Person> person = parties.person(clientId);
        return new Buyer(
                party(clientId, () -> person),
                InvoiceTexts.languageOf(person.map(PartiesClient.Person::locale).orElse("en")));
    }

    private Party seller(String coachId) {
        return party(coachId, () -> parties.person(coachId));
    }

    private Party party(String id, Supplier<Optional<PartiesClient.Person>> person) {
        BillingDetails details = billing.of(id);
        String name = details.name() == null
                ? person.get().map(PartiesClient.Person::name).orElse(UNKNOWN)
                : details.name();
        return new Party(name, details.address(), details.vatNumber());
    }

    private @Nullable String exemption(String coachId, long rateCardVersion, LocalDate date) {
        return rateCards.exemption(coachId, rateCardVersion, date).orElse(null);
    }

    private static Amounts amounts(Price price) {
        return new Amounts(
                price.currency(),
                price.taxable(),
                price.vat().ratePercent(),
                price.vat().included(),
                price.vat().amount(),
                price.total());
    }
}
