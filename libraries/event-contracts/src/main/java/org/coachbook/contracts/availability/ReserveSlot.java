package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Reserve a time for a booking.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 * @param holdId the client's own hold that this reservation takes over
 * @param confirm whether a firm reservation is confirmed at once (nothing to pay)
 * @param expiresAt when the reservation lapses unless extended or confirmed
 */
@Contract(type = "availability.reserve-slot.v1", topic = Topics.AVAILABILITY_COMMANDS)
public record ReserveSlot(
        String reservationId,
        String bookingId,
        String coachId,
        String clientId,
        String sessionTypeId,
        Instant start,
        int durationMinutes,
        @Nullable String holdId,
        boolean confirm,
        Instant expiresAt) {}
