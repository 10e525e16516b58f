package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Too few take part: the session does not take place, and its seats are free. Sent once to each seat; the decision is
 * never changed.
 *
 * @param reservationId of the seat: the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.replied.session-off.v1", topic = Topics.BOOKING_REPLIES)
public record SessionOff(String reservationId, String bookingId, String coachId) {}
