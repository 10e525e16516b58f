package org.coachbook.pricing.invoices;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentRefunded;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.pricing.billing.Billing;
import org.coachbook.pricing.billing.BillingDetails;
import org.coachbook.pricing.invoices.InvoiceContent.Amounts;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;
import org.coachbook.pricing.rates.RateCards;

/** Issues an invoice for each payment that was taken, and a credit note for each refund of it; each once. */
@Singleton
class Invoicing {
    private static final String UNKNOWN = "–";

    private final InvoiceRepository invoices;
    private final PartiesClient parties;
    private final Billing billing;
    private final RateCards rateCards;

    Invoicing(InvoiceRepository invoices, PartiesClient parties, Billing billing, RateCards rateCards) {
        this.invoices = invoices;
        this.parties = parties;
        this.billing = billing;
        this.rateCards = rateCards;
    }

    /** For money that was taken; a payment is taken once. */
    InvoiceDocument issueFor(PaymentCompleted paid, Instant at) {
        return invoices.ofSource(paid.coachId(), sourceOf(paid)).orElseGet(() -> invoices.issue(invoice(paid, at)));
    }

    /**
     * For money that went back.
     *
     * @param eventId which refund; the same for each delivery of its event
     */
    InvoiceDocument issueFor(PaymentRefunded refunded, String eventId, Instant at) {
        String source = "refund:" + eventId;
        Optional<InvoiceDocument> issued = invoices.ofSource(refunded.coachId(), source);
        return issued.orElseGet(() -> {
            List<InvoiceDocument> before = invoices.ofPayment(refunded.coachId(), refunded.paymentId());
            if (before.isEmpty()) {
                throw new PoisonMessage("A refund of what no invoice was issued for: " + refunded.paymentId());
            }
            return invoices.issue(creditNote(before, source, refunded.amount(), at));
        });
    }

    private static String sourceOf(PaymentCompleted paid) {
        return "payment:" + paid.paymentId();
    }

    private Draft invoice(PaymentCompleted paid, Instant at) {
        PaidBooking booking = parties.booking(paid.bookingId())
                .orElseThrow(() -> new PoisonMessage("There is no booking " + paid.bookingId()));
        return new Draft(
                booking.coachId(),
                booking.clientId(),
                at.atZone(ZoneId.of(zoneOf(booking))).getYear(),
                Kind.INVOICE,
                sourceOf(paid),
                at,
                content(booking, paid));
    }

    private InvoiceContent content(PaidBooking booking, PaymentCompleted paid) {
        Optional<PartiesClient.Person> buyer = parties.person(booking.clientId());
        return new InvoiceContent(
                InvoiceTexts.languageOf(buyer.map(PartiesClient.Person::locale).orElse("en")),
                zoneOf(booking),
                seller(booking.coachId()),
                buyer.map(PartiesClient.Person::name).orElse(UNKNOWN),
                booking.id(),
                parties.service(booking.sessionTypeId())
                        .map(PartiesClient.Service::name)
                        .orElse(UNKNOWN),
                booking.start(),
                (int) Duration.between(booking.start(), booking.end()).toMinutes(),
                booking.lines() == null ? List.of() : booking.lines(),
                booking.price().discounts(),
                amounts(booking.price()),
                rateCards
                        .exemption(booking.coachId(), booking.rateCardVersion())
                        .orElse(null),
                paid.paymentId(),
                null);
    }

    private InvoiceContent.Seller seller(String coachId) {
        BillingDetails details = billing.of(coachId);
        String name = details.name() == null
                ? parties.person(coachId).map(PartiesClient.Person::name).orElse(UNKNOWN)
                : details.name();
        return new InvoiceContent.Seller(name, details.address(), details.vatNumber());
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

    /** The tax that goes back is the rise of what has gone back in all, so that full refunds take back all of it. */
    private static Draft creditNote(List<InvoiceDocument> before, String source, long amount, Instant at) {
        InvoiceDocument invoice = before.getFirst();
        long returned = before.stream()
                .filter(document -> document.kind() == Kind.CREDIT_NOTE)
                .mapToLong(document -> document.content().amounts().total())
                .sum();
        InvoiceContent content = invoice.content();
        return new Draft(
                invoice.coachId(),
                invoice.clientId(),
                at.atZone(ZoneId.of(content.timeZone())).getYear(),
                Kind.CREDIT_NOTE,
                source,
                at,
                content.crediting(
                        content.amounts().part(returned, returned + amount),
                        invoice.numbered().printed()));
    }

    private static String zoneOf(PaidBooking booking) {
        return booking.coachTimeZone() == null ? "UTC" : booking.coachTimeZone();
    }
}
