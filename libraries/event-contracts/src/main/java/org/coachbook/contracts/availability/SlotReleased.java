package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The time is free again, or was never taken.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.replied.slot-released.v1", topic = Topics.BOOKING_REPLIES)
public record SlotReleased(String reservationId, String bookingId, String coachId) {}
