package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Enough take part: the session takes place. Sent once to each seat that waited for it; the decision is never changed.
 *
 * @param reservationId of the seat: the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.replied.session-going.v1", topic = Topics.BOOKING_REPLIES)
public record SessionGoing(String reservationId, String bookingId, String coachId) {}
