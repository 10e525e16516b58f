package org.coachbook.pricing.invoices;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Prints few documents at a time: the fonts of a name in Chinese letters alone take tens of megabytes meanwhile. */
@Singleton
class Printing {
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** The document as a PDF. */
    byte[] pdf(InvoiceDocument invoice) {
        places.acquireUninterruptibly();
        try {
            return InvoicePdf.of(invoice);
        } finally {
            places.release();
        }
    }
}
