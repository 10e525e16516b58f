package org.coachbook.pricing.invoices;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.stream.Stream;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.invoices.Ink.Style;
import org.coachbook.pricing.invoices.InvoiceContent.Party;
import org.coachbook.pricing.invoices.InvoiceContent.Prepaid;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Currency;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Prints a document on one A4 page. The same document makes the same bytes whenever it is printed. */
final class InvoicePdf {
    private static final float MARGIN = 56;
    private static final float GAP = 18;

    private final InvoiceDocument invoice;
    private final InvoiceContent content;
    private final InvoiceTexts texts;
    private final Ink ink;
    private final Currency currency;
    private final ZoneId zone;

    private InvoicePdf(InvoiceDocument invoice) {
        this.invoice = invoice;
        this.content = invoice.content();
        this.texts = InvoiceTexts.in(content.language());
        this.ink = new Ink(invoice.id());
        this.currency = Currencies.find(content.amounts().currency()).orElseThrow();
        this.zone = ZoneId.of(content.timeZone());
    }

    static byte[] of(InvoiceDocument invoice) {
        return new InvoicePdf(invoice).printed();
    }

    private byte[] printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document page = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(page, bytes);
        page.addTitle(title());
        page.addAuthor(content.seller().name());
        page.open();
        PdfDate issued = new PdfDate(GregorianCalendar.from(invoice.issuedAt().atZone(zone)));
        writer.getInfo().put(PdfName.CREATIONDATE, issued);
        writer.getInfo().put(PdfName.MODDATE, issued);
        byte[] id = invoice.id().getBytes(StandardCharsets.UTF_8);
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        write(page);
        page.close();
        return bytes.toByteArray();
    }

    private String title() {
        return texts.get(
                key("invoice", "credit_note", "reversal"), invoice.numbered().printed());
    }

    private void write(Document page) throws DocumentException {
        page.add(TwoColumns.facts(ink).alone(block(content.seller())).table());
        page.add(ink.paragraph(Style.TITLE, title(), GAP));
        page.add(facts().table());
        PdfPTable lines = lines().table();
        lines.setSpacingBefore(GAP);
        page.add(lines);
        page.add(sums().table());
        page.add(ink.paragraph(Style.SMALL, payment(), GAP));
    }

    private String key(String ofInvoice, String ofCreditNote, String ofReversal) {
        return switch (invoice.kind()) {
            case INVOICE -> ofInvoice;
            case CREDIT_NOTE -> ofCreditNote;
            case REVERSAL -> ofReversal;
        };
    }

    private String[] block(Party party) {
        Stream<String> number = Stream.ofNullable(party.vatNumber()).map(vat -> texts.get("vat_number") + ": " + vat);
        return Stream.of(Stream.of(party.name()), party.address().stream(), number)
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }

    private TwoColumns facts() {
        TwoColumns facts = TwoColumns.facts(ink);
        if (content.corrects() != null) {
            facts.row(texts.get(key("corrects", "corrects", "reverses"), content.corrects()), "");
        }
        facts.row(texts.get("buyer"), block(content.billed()))
                .row(texts.get("date"), texts.date(invoice.issuedAt(), zone))
                .row(texts.get("item"), content.service());
        sold(facts);
        return facts.row(texts.get("payment"), content.paymentId());
    }

    private void sold(TwoColumns facts) {
        Prepaid prepaid = content.prepaid();
        if (prepaid != null) {
            facts.row(texts.get("sessions"), texts.get("up_to", prepaid.sessions(), content.minutes()))
                    .row(texts.get("bookable_until"), texts.time(prepaid.until(), zone));
            return;
        }
        if (content.start() != null) {
            facts.row(texts.get("session"), texts.time(content.start(), zone));
        }
        facts.row(texts.get("minutes"), Integer.toString(content.minutes()))
                .row(texts.get("booking"), content.bookingId());
    }

    private TwoColumns lines() {
        TwoColumns lines = TwoColumns.amounts(ink);
        if (invoice.kind() != Kind.INVOICE) {
            return lines.row(
                    texts.get(key("refunded", "refunded", "refund_failed")),
                    currency.show(content.amounts().total()));
        }
        if (content.prepaid() != null) {
            lines.row(content.service(), currency.show(content.amounts().asListed()));
        }
        for (PriceLine line : content.lines()) {
            String hours = texts.time(line.start(), zone) + ", " + line.minutes() + " min";
            lines.row(hours, currency.show(line.amount()));
        }
        for (DiscountLine discount : content.discounts()) {
            lines.row(discount.description(), "– " + currency.show(discount.amount()));
        }
        return lines;
    }

    private TwoColumns sums() {
        InvoiceContent.Amounts amounts = content.amounts();
        TwoColumns sums = TwoColumns.amounts(ink);
        if (content.exemption() != null) {
            sums.row(texts.get("no_vat", content.exemption()), "");
        } else if (amounts.isUntaxed()) {
            sums.row(texts.get("no_vat_charged"), "");
        } else {
            sums.row(texts.get("net"), currency.show(amounts.taxable()))
                    .row(texts.get("vat", amounts.vatPercent()), currency.show(amounts.vat()));
        }
        return sums.total(texts.get("total"), currency.show(amounts.total()));
    }

    private String payment() {
        return texts.get(key("paid", "returned", "not_returned"), texts.date(invoice.issuedAt(), zone));
    }
}
