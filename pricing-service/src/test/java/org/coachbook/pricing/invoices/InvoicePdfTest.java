package org.coachbook.pricing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.invoices.InvoiceContent.Amounts;
import org.coachbook.pricing.invoices.InvoiceDocument.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePdfTest {
    private static final Instant START = Instant.parse("2027-03-08T08:00:00Z");
    private static final Instant ISSUED = Instant.parse("2027-03-01T10:00:00Z");
    private static final Amounts AMOUNTS = new Amounts("CHF", 9991, "8.1", true, 809, 10800);

    @ParameterizedTest
    @CsvSource({
        "en, Invoice 2027-0017, Net amount, March 1 2027",
        "de, Rechnung 2027-0017, Nettobetrag, 1. März 2027",
        "fr, Facture 2027-0017, Montant net, 1 mars 2027",
        "it, Fattura 2027-0017, Importo netto, 1 marzo 2027"
    })
    void an_invoice_says_everything_in_the_buyers_language(String language, String title, String net, String date) {
        String text = PdfText.of(InvoicePdf.of(invoice(language, null)));
        assertThat(text.replace(",", "")).contains(title, net, date);
        assertThat(text)
                .contains("Ada Łukasiewicz GmbH", "Bahnhofstrasse 1", "8001 Zürich", "CHE-123.456.789 MWST")
                .contains("Ionescu SRL", "Career coaching", "09:00 (Europe/Zurich)", "booking-1", "payment-1")
                .contains("120.00 CHF", "– 12.00 CHF", "99.91 CHF", "8.1 %", "8.09 CHF", "108.00 CHF");
    }

    @Test
    void a_document_is_the_same_bytes_whenever_it_is_printed_and_another_one_is_not() {
        InvoiceDocument invoice = invoice("en", null);
        assertThat(InvoicePdf.of(invoice)).isEqualTo(InvoicePdf.of(invoice));
        InvoiceDocument other = new Draft(
                        "ada", "bob", 2027, Kind.INVOICE, "payment:payment-1", ISSUED, invoice.content())
                .numbered(invoice.numbered().next());
        assertThat(subsetTags(other)).doesNotContainAnyElementsOf(subsetTags(invoice));
    }

    private static List<String> subsetTags(InvoiceDocument invoice) {
        return Pattern.compile("[A-Z]{6}(?=\\+Liberation)")
                .matcher(new String(InvoicePdf.of(invoice), StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    @Test
    void who_is_exempt_says_why_instead_of_showing_tax() {
        String text = PdfText.of(InvoicePdf.of(invoice("en", "Art. 10 MWSTG")));
        assertThat(text).contains("No VAT: Art. 10 MWSTG").doesNotContain("8.09 CHF", "Net amount");
    }

    @ParameterizedTest
    @CsvSource({
        "en, No VAT is charged.",
        "de, Es wird keine MWST erhoben.",
        "fr, Aucune TVA n’est facturée.",
        "it, Non si addebita alcuna IVA."
    })
    void where_no_tax_is_charged_for_no_given_reason_a_line_says_so(String language, String line) {
        InvoiceContent untaxed = content(language, new Amounts("CHF", 10800, "0", false, 0, 10800), null);
        assertThat(PdfText.of(InvoicePdf.of(document(untaxed))))
                .contains(line)
                .doesNotContain("VAT 0", "MWST 0", "TVA 0", "IVA 0", " 0.00 CHF");
    }

    /** Arabic and Hebrew are read back as they stand on the page: from left to right, Arabic in its joined forms. */
    @ParameterizedTest
    @CsvSource({
        "田中 太郎, 田中 太郎",
        "たなか タロウ, たなか タロウ",
        "王小明, 王小明",
        "Ελένη Фёдорова, Ελένη Фёдорова",
        "Արամ, Արամ",
        "שרה, הרש",
        "عمر, \uFEAE\uFEE4\uFECB",
        "김민준, Gimminjun",
        "สมชาย, S̄mchāy",
        "Ada 👩‍💻, Ada □"
    })
    void a_name_in_any_script_is_printed_and_none_is_left_out(String name, String printed) {
        InvoiceContent content = content("en", AMOUNTS, null);
        InvoiceContent named = new InvoiceContent(
                content.language(),
                content.timeZone(),
                new InvoiceContent.Party(name, List.of(name), null),
                name,
                content.buyerAddress(),
                content.buyerVatNumber(),
                content.bookingId(),
                name,
                content.start(),
                content.minutes(),
                content.prepaid(),
                content.lines(),
                content.discounts(),
                content.amounts(),
                content.exemption(),
                content.paymentId(),
                content.corrects());
        byte[] pdf = InvoicePdf.of(document(named));
        assertThat(PdfText.of(pdf))
                .contains(printed + " " + printed + " To " + printed + " Strada", "Service " + printed + " Session");
        assertThat(InvoicePdf.of(document(named))).isEqualTo(pdf);
    }

    @Test
    void a_buyer_is_billed_by_the_name_address_and_number_that_he_gave() {
        assertThat(PdfText.of(InvoicePdf.of(invoice("en", null))))
                .contains("To Ionescu SRL Strada Lungă 1 500059 Brașov VAT number: RO 1234567");
    }

    @Test
    void a_credit_note_names_its_invoice_and_takes_back_a_part() {
        InvoiceDocument invoice = invoice("en", null);
        InvoiceContent credited = invoice.content().crediting(AMOUNTS.part(0, 5400), "2027-0017");
        InvoiceDocument note = new InvoiceDocument(
                "ada-2027-18", "ada", "bob", 2027, 18, Kind.CREDIT_NOTE, "refund:1", ISSUED, credited);
        assertThat(PdfText.of(InvoicePdf.of(note)))
                .contains("Credit note 2027-0018", "For invoice 2027-0017", "54.00 CHF", "4.05 CHF", "49.95 CHF")
                .doesNotContain("120.00 CHF");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Reversal 2027-0019, For credit note 2027-0018, the credit note no longer stands",
        "de, Storno 2027-0019, Zur Gutschrift 2027-0018, die Gutschrift gilt nicht mehr",
        "fr, Annulation 2027-0019, Pour l’avoir 2027-0018, l’avoir n’est plus valable",
        "it, Storno 2027-0019, Per la nota 2027-0018, Il rimborso è tornato"
    })
    void a_reversal_names_the_credit_note_that_it_takes_back(
            String language, String title, String corrects, String end) {
        InvoiceContent reversed = invoice(language, null).content().crediting(AMOUNTS.part(0, 5400), "2027-0018");
        InvoiceDocument reversal = new InvoiceDocument(
                "ada-2027-19", "ada", "bob", 2027, 19, Kind.REVERSAL, "refund-failed:1", ISSUED, reversed);
        assertThat(PdfText.of(InvoicePdf.of(reversal))).contains(title, corrects, end, "54.00 CHF", "4.05 CHF");
    }

    @Test
    void the_tax_of_partial_refunds_sums_up_to_all_of_it() {
        Amounts odd = new Amounts("CHF", 9991, "8.1", true, 809, 10800);
        long[] cuts = {0, 1, 37, 3333, 3334, 9999, 10800};
        long tax = 0;
        long net = 0;
        for (int i = 1; i < cuts.length; i++) {
            Amounts part = odd.part(cuts[i - 1], cuts[i]);
            assertThat(part.taxable() + part.vat()).isEqualTo(part.total());
            tax += part.vat();
            net += part.taxable();
        }
        assertThat(tax).isEqualTo(809);
        assertThat(net).isEqualTo(9991);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISK", "UGX"})
    void where_there_are_no_cents_no_part_has_any(String currency) {
        Amounts whole = new Amounts(currency, 832_600, "8.1", true, 67_400, 900_000);
        Amounts part = whole.part(0, 333_300);
        Amounts rest = whole.part(333_300, 900_000);
        assertThat(part.vat() % 100).isZero();
        assertThat(part.vat() + rest.vat()).isEqualTo(67_400);
        assertThat(part.taxable() + rest.taxable()).isEqualTo(832_600);
    }

    static InvoiceDocument invoice(String language, @Nullable String exemption) {
        return document(content(
                language, exemption == null ? AMOUNTS : new Amounts("CHF", 10800, "0", true, 0, 10800), exemption));
    }

    static InvoiceDocument document(InvoiceContent content) {
        return new InvoiceDocument(
                "ada-2027-17", "ada", "bob", 2027, 17, Kind.INVOICE, "payment:payment-1", ISSUED, content);
    }

    private static InvoiceContent content(String language, Amounts amounts, @Nullable String exemption) {
        return new InvoiceContent(
                language,
                "Europe/Zurich",
                new InvoiceContent.Party(
                        "Ada Łukasiewicz GmbH", List.of("Bahnhofstrasse 1", "8001 Zürich"), "CHE-123.456.789 MWST"),
                "Ionescu SRL",
                List.of("Strada Lungă 1", "500059 Brașov"),
                "RO 1234567",
                "booking-1",
                "Career coaching",
                START,
                60,
                null,
                List.of(new PriceLine(START, 60, 12000, 12000)),
                List.of(new DiscountLine("early_bird", 1200, "10 % for booking at least 30 days ahead")),
                amounts,
                exemption,
                "payment-1",
                null);
    }
}
