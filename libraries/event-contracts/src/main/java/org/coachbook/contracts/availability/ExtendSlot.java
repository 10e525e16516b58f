package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Move the expiry of a live reservation.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.extend-slot.v1", topic = Topics.AVAILABILITY_COMMANDS)
public record ExtendSlot(String reservationId, String bookingId, String coachId, Instant start, Instant expiresAt) {}
