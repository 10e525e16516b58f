package org.coachbook.pricing.invoices;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentRefundFailed;
import org.coachbook.contracts.payment.event.PaymentRefunded;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;

/**
 * Issues an invoice for each payment that was taken, a credit note for each refund of it, and a reversal for each refund
 * that did not arrive; each once.
 */
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
     * For money that went back and did not arrive.
     *
     * @param eventId which failure; the same for each delivery of its event
     */
    InvoiceDocument issueFor(PaymentRefundFailed failed, String eventId, Instant at) {
        String source = "refund-failed:" + eventId;
        return invoices.ofSource(failed.coachId(), source)
                .orElseGet(() -> invoices.issue(
                        documentsOf(failed.coachId(), failed.paymentId()).reversal(source, failed.amount(), at)));
    }

    /**
     * For money that went back.
     *
     * @param eventId which refund; the same for each delivery of its event
     */
    InvoiceDocument issueFor(PaymentRefunded refunded, String eventId, Instant at) {
        String source = "refund:" + eventId;
        return invoices.ofSource(refunded.coachId(), source)
                .orElseGet(() -> invoices.issue(documentsOf(refunded.coachId(), refunded.paymentId())
                        .creditNote(source, refunded.amount(), at)));
    }

    private PaymentDocuments documentsOf(String coachId, String paymentId) {
        return new PaymentDocuments(paymentId, invoices.ofPayment(coachId, paymentId));
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
}
