package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The reservation lapses later now.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.replied.slot-extended.v1", topic = Topics.BOOKING_REPLIES)
public record SlotExtended(String reservationId, String bookingId, String coachId) {}
