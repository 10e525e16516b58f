package org.coachbook.pricing.invoices;

import java.time.Instant;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;

/** A document that has everything but a number. */
record Draft(
        String coachId, String clientId, int year, Kind kind, String source, Instant issuedAt, InvoiceContent content) {
    InvoiceDocument numbered(InvoiceNumber number) {
        return new InvoiceDocument(
                number.id(), coachId, clientId, number.year(), number.number(), kind, source, issuedAt, content);
    }
}
