package org.coachbook.notification.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking as booking-service shows it to services with scope {@code bookings:read}; what is not needed here is left
 * out.
 *
 * @param title what the client called it
 */
public record Booking(
        String id,
        String coachId,
        String clientId,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        @Nullable String title) {}
