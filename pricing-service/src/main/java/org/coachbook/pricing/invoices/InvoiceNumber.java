package org.coachbook.pricing.invoices;

import java.util.Locale;

/**
 * The number of a document: each coach counts from 1 in each year, invoices and credit notes together.
 *
 * @param year of issue, by the coach's calendar
 */
public record InvoiceNumber(String coachId, int year, int number) {
    /** Names one document of all: {@code <coachId>-2026-17}. */
    String id() {
        return coachId + "-" + year + "-" + number;
    }

    /** As it is printed: {@code 2026-0017}. */
    public String printed() {
        return String.format(Locale.ROOT, "%d-%04d", year, number);
    }

    InvoiceNumber next() {
        return new InvoiceNumber(coachId, year, number + 1);
    }
}
