package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Give a reserved time back and refuse any later use of its id.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.release-slot.v1", topic = Topics.AVAILABILITY_COMMANDS)
public record ReleaseSlot(String reservationId, String bookingId, String coachId, Instant start) {}
