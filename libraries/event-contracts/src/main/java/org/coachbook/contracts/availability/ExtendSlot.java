package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Move the expiry of a live reservation.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 * @param withCoach false while a request is still to be paid before its coach sees it; null where that was not told
 */
@Contract(type = "availability.extend-slot.v1", topic = Topics.AVAILABILITY_COMMANDS)
public record ExtendSlot(
        String reservationId,
        String bookingId,
        String coachId,
        Instant start,
        Instant expiresAt,
        @Nullable Boolean withCoach) {}
