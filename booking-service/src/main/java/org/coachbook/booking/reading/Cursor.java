package org.coachbook.booking.reading;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.coachbook.booking.process.Booking;
import org.coachbook.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** Where a page of bookings ended. */
record Cursor(Instant start, String id) {
    static String after(Booking last) {
        String text = last.progress().slot().start().toEpochMilli() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Cursor parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int blank = text.indexOf(' ');
            long start = Long.parseLong(text.substring(0, Math.max(blank, 0)));
            return new Cursor(Instant.ofEpochMilli(start), text.substring(blank + 1));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.invalid("cursor", "is not one that a list answered").asException();
        }
    }
}
