package org.coachbook.notification.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session a booking is about, without anything personal.
 *
 * @param status the booking's status, lower snake case
 * @param reason why it came to that, where words depend on it
 */
public record Session(
        String bookingId,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        @Nullable String reason) {
    /** One whose status says enough. */
    public Session(String bookingId, String sessionTypeId, Instant start, Instant end, String status) {
        this(bookingId, sessionTypeId, start, end, status, null);
    }
}
