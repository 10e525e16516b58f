package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The new time is permanent and the old one is free again.
 *
 * @param reservationId of the new time: the booking id and the attempt number, {@code bookingId:n}
 * @param movedReservationId what the old time was reserved under
 * @param timeZone the coach's IANA zone
 */
@Contract(type = "availability.replied.slot-moved.v1", topic = Topics.BOOKING_REPLIES)
public record SlotMoved(
        String reservationId,
        String bookingId,
        String coachId,
        String movedReservationId,
        Instant start,
        Instant end,
        String timeZone) {}
