package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The reservation had lapsed or was released and the time cannot be had any more.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 */
@Contract(type = "availability.replied.slot-lost.v1", topic = Topics.BOOKING_REPLIES)
public record SlotLost(String reservationId, String bookingId, String coachId, RefusalReason reason) {}
