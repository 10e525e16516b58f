package org.coachbook.pricing.invoices;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An issued document. It is inserted once and never changed.
 *
 * @param id of its number, so that of two documents with one number one is refused
 * @param source what it documents, so that nothing is documented twice: the payment's, the refund's event, or that of its failure
 */
public record InvoiceDocument(
        @BsonId String id,
        String coachId,
        String clientId,
        int year,
        int number,
        Kind kind,
        String source,
        Instant issuedAt,
        InvoiceContent content) {
    /** What it is. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        /** Takes back a credit note whose money did not arrive. */
        REVERSAL
    }

    InvoiceNumber numbered() {
        return new InvoiceNumber(coachId, year, number);
    }

    /** Whether this person is the coach or the client. */
    boolean concerns(String personId) {
        return coachId.equals(personId) || clientId.equals(personId);
    }
}
