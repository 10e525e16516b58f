package org.coachbook.pricing.invoices;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.coachbook.chassis.http.Problem;

/** Where a page of documents ended: they go by time, and among equal times by id. */
record InvoiceCursor(Instant at, String id) {
    /** @throws org.coachbook.chassis.http.ProblemException 400 naming {@code cursor} when the text is none of ours */
    static InvoiceCursor parse(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int blank = plain.indexOf(' ');
            Instant at = Instant.ofEpochMilli(Long.parseLong(plain, 0, Math.max(blank, 0), 10));
            return new InvoiceCursor(at, plain.substring(blank + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Problem.invalid("cursor", "is not the next of a list").asException();
        }
    }

    /** As it travels. */
    String encoded() {
        String plain = at.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
