package org.coachbook.pricing.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is printed. It is stored with the document and never changes, whatever its sources become.
 *
 * @param language of the labels, one of ours
 * @param timeZone in which times are printed and years begin, the coach's
 * @param buyer name of the client, or the one that he is billed by
 * @param buyerAddress lines of it; null on documents from before clients could say it
 * @param buyerVatNumber null where there is none
 * @param bookingId what was paid for: a booking, or the purchase of a package
 * @param service name of the session type, or of the package
 * @param start of the session; null for a package
 * @param minutes of the session, or of the longest one that a credit pays for
 * @param prepaid null for a session
 * @param lines what the session costs, at one rate each; empty on other documents than invoices
 * @param discounts taken off; empty on other documents than invoices
 * @param amounts of this document
 * @param exemption why no tax is due; null where tax is due, or where the coach gave no reason
 * @param paymentId what was captured or refunded
 * @param corrects printed number of the invoice that a credit note takes back from, or of the credit note that a reversal
 *     takes back; null on an invoice
 */
public record InvoiceContent(
        String language,
        String timeZone,
        Party seller,
        String buyer,
        @Nullable List<String> buyerAddress,
        @Nullable String buyerVatNumber,
        String bookingId,
        String service,
        @Nullable Instant start,
        int minutes,
        @Nullable Prepaid prepaid,
        List<PriceLine> lines,
        List<DiscountLine> discounts,
        Amounts amounts,
        @Nullable String exemption,
        String paymentId,
        @Nullable String corrects) {
    /** What a document says that takes back a part of this invoice, or takes that back. */
    InvoiceContent crediting(Amounts part, String corrected) {
        return new InvoiceContent(
                language,
                timeZone,
                seller,
                buyer,
                buyerAddress,
                buyerVatNumber,
                bookingId,
                service,
                start,
                minutes,
                prepaid,
                List.of(),
                List.of(),
                part,
                exemption,
                paymentId,
                corrected);
    }

    /** Who is billed. */
    Party billed() {
        return new Party(buyer, Objects.requireNonNullElse(buyerAddress, List.of()), buyerVatNumber);
    }

    /**
     * Sessions that are paid for ahead.
     *
     * @param until when the last one can be booked
     */
    public record Prepaid(int sessions, Instant until) {}

    /** The coach or the client as he stood when the document was issued. */
    public record Party(
            String name, List<String> address, @Nullable String vatNumber) {}

    /**
     * Minor units; {@code taxable + vat = total}.
     *
     * @param vatPercent a decimal as text
     * @param vatIncluded whether the prices of the lines contain the tax
     */
    public record Amounts(String currency, long taxable, String vatPercent, boolean vatIncluded, long vat, long total) {
        /** Whether there is no tax to show, for whatever reason. */
        boolean isUntaxed() {
            return new BigDecimal(vatPercent).signum() == 0;
        }

        /** As the lines show it: with the tax where it is included. */
        long asListed() {
            return vatIncluded ? total : taxable;
        }

        /** The share of these amounts that belongs to a part of the total; parts of the whole sum up exactly. */
        Amounts part(long before, long after) {
            long tax = taxIn(after) - taxIn(before);
            return new Amounts(currency, after - before - tax, vatPercent, vatIncluded, tax, after - before);
        }

        /** Kronur and Uganda shillings have no cents, though they are counted in hundredths. */
        private long smallest() {
            return Currencies.find(currency).orElseThrow().smallest();
        }

        private long taxIn(long part) {
            return total == 0
                    ? 0
                    : Fraction.of(part).times(Fraction.of(vat, total)).halfUpTo(smallest());
        }
    }
}
