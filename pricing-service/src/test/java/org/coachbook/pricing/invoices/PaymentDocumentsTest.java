package org.coachbook.pricing.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;
import org.junit.jupiter.api.Test;

class PaymentDocumentsTest {
    private static final Instant AT = Instant.parse("2027-03-02T10:00:00Z");

    private final List<InvoiceDocument> all = new ArrayList<>(List.of(InvoicePdfTest.invoice("en", null)));

    @Test
    void a_reversal_takes_back_the_last_credit_note_of_its_amount_and_what_follows_takes_back_all_of_the_tax() {
        InvoiceDocument third = issued(documents().creditNote("r1", 3_333, AT));
        InvoiceDocument again = issued(documents().creditNote("r2", 3_333, AT));
        InvoiceDocument reversal = issued(documents().reversal("f1", 3_333, AT));
        assertThat(reversal.kind()).isEqualTo(Kind.REVERSAL);
        assertThat(reversal.content().corrects()).isEqualTo(again.numbered().printed());
        assertThat(reversal.content().amounts().vat())
                .isEqualTo(again.content().amounts().vat())
                .isEqualTo(249);
        InvoiceDocument next = issued(documents().reversal("f2", 3_333, AT));
        assertThat(next.content().corrects()).isEqualTo(third.numbered().printed());
        assertThat(next.content().amounts().vat())
                .isEqualTo(third.content().amounts().vat())
                .isEqualTo(250);
        InvoiceDocument whole = issued(documents().creditNote("r3", 10_800, AT));
        assertThat(whole.content().amounts().vat()).isEqualTo(809);
    }

    @Test
    void what_was_never_credited_is_not_reversed() {
        issued(documents().creditNote("r1", 3_333, AT));
        assertThatThrownBy(() -> documents().reversal("f1", 3_334, AT)).isInstanceOf(PoisonMessage.class);
        assertThatThrownBy(() -> new PaymentDocuments("p", List.of()).creditNote("r", 1, AT))
                .isInstanceOf(PoisonMessage.class);
    }

    private PaymentDocuments documents() {
        return new PaymentDocuments("payment-1", List.copyOf(all));
    }

    private InvoiceDocument issued(Draft draft) {
        InvoiceDocument document = draft.numbered(all.getLast().numbered().next());
        all.add(document);
        return document;
    }
}
