package org.coachbook.pricing.invoices;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentRefunded;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;

/** Issues an invoice for each payment that was taken, and a credit note for each refund of it; each once. */
@Singleton
class Invoicing {
    private final InvoiceRepository invoices;
    private final Sales sales;

    Invoicing(InvoiceRepository invoices, Sales sales) {
        this.invoices = invoices;
        this.sales = sales;
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
        Sales.Sale sale = sales.of(paid, at);
        ZoneId zone = ZoneId.of(sale.content().timeZone());
        return new Draft(
                paid.coachId(),
                sale.clientId(),
                at.atZone(zone).getYear(),
                Kind.INVOICE,
                sourceOf(paid),
                at,
                sale.content());
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
}
