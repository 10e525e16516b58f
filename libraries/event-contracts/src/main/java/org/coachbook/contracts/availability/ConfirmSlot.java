package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Make a reservation permanent.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.confirm-slot.v1", topic = Topics.AVAILABILITY_COMMANDS)
public record ConfirmSlot(String reservationId, String bookingId, String coachId, Instant start) {}
