package org.coachbook.notification.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as booking-service shows it to services with scope {@code bookings:read}; what is not needed here is left
 * out.
 *
 * @param title what the client called it
 * @param proposal the other times that one party offered to the other last
 * @param sequence of the last public event
 */
public record Booking(
        String id,
        String coachId,
        String clientId,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        @Nullable String title,
        @Nullable ProposedTimes proposal,
        long sequence) {
    /**
     * Other times that are offered, or were.
     *
     * @param by {@code client} or {@code coach}
     * @param times their starts
     * @param deadline until when one of them can be taken
     */
    public record ProposedTimes(String by, List<Instant> times, Instant deadline) {}
}
