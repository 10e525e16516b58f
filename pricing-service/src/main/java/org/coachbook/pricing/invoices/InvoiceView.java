package org.coachbook.pricing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document as lists show it.
 *
 * @param number as printed; each coach counts by himself
 * @param kind {@code invoice}, {@code credit_note} or {@code reversal}
 * @param total minor units that were paid, went back, or did not arrive
 * @param vat minor units of it that are tax
 * @param corrects number of the invoice that a credit note takes back from, of the credit note that a reversal takes back
 * @param pdf where the document itself is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceView(
        String id,
        String number,
        String kind,
        String coachId,
        String clientId,
        String bookingId,
        Instant issuedAt,
        String currency,
        @JsonProperty("final") long total,
        long vat,
        @Nullable String corrects,
        String pdf) {
    static InvoiceView of(InvoiceDocument document) {
        InvoiceContent content = document.content();
        return new InvoiceView(
                document.id(),
                document.numbered().printed(),
                document.kind().name().toLowerCase(Locale.ROOT),
                document.coachId(),
                document.clientId(),
                content.bookingId(),
                document.issuedAt(),
                content.amounts().currency(),
                content.amounts().total(),
                content.amounts().vat(),
                content.corrects(),
                "/api/invoices/" + document.id() + ".pdf");
    }
}
