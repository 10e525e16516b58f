package org.coachbook.pricing.invoices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.pricing.invoices.InvoiceContent.Amounts;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;

/**
 * What was issued for one payment, and what comes next. The tax of what goes back is the rise of the tax on all that has
 * gone back, so that full refunds take back all of it; a reversal takes back that rise.
 *
 * @param all oldest first: the invoice, then credit notes and reversals
 */
record PaymentDocuments(String paymentId, List<InvoiceDocument> all) {
    Draft creditNote(String source, long amount, Instant at) {
        long before = returned();
        Amounts part = invoice().content().amounts().part(before, before + amount);
        return next(Kind.CREDIT_NOTE, source, at, part, invoice());
    }

    /** Of the last credit note of this amount that none has taken back. */
    Draft reversal(String source, long amount, Instant at) {
        InvoiceDocument note = standing(amount);
        long before = returned();
        Amounts part = invoice().content().amounts().part(before - amount, before);
        return next(Kind.REVERSAL, source, at, part, note);
    }

    private InvoiceDocument standing(long amount) {
        Optional<InvoiceDocument> note = all.reversed().stream()
                .filter(document -> document.kind() == Kind.CREDIT_NOTE)
                .filter(document -> document.content().amounts().total() == amount)
                .filter(document -> !isReversed(document.numbered().printed()))
                .findFirst();
        return note.orElseThrow(() -> new PoisonMessage("No credit note of " + amount + " stands for "
                + invoice().numbered().printed()));
    }

    private boolean isReversed(String number) {
        return all.stream()
                .filter(document -> document.kind() == Kind.REVERSAL)
                .anyMatch(document -> number.equals(document.content().corrects()));
    }

    /** What has gone back and arrived, as far as is known. */
    private long returned() {
        return sum(Kind.CREDIT_NOTE) - sum(Kind.REVERSAL);
    }

    private long sum(Kind kind) {
        return all.stream()
                .filter(document -> document.kind() == kind)
                .mapToLong(document -> document.content().amounts().total())
                .sum();
    }

    private InvoiceDocument invoice() {
        return all.stream()
                .filter(document -> document.kind() == Kind.INVOICE)
                .findFirst()
                .orElseThrow(() -> new PoisonMessage("A refund of what no invoice was issued for: " + paymentId));
    }

    private Draft next(Kind kind, String source, Instant at, Amounts part, InvoiceDocument corrected) {
        InvoiceContent content = invoice().content();
        return new Draft(
                invoice().coachId(),
                invoice().clientId(),
                at.atZone(ZoneId.of(content.timeZone())).getYear(),
                kind,
                source,
                at,
                content.crediting(part, corrected.numbered().printed()));
    }
}
