package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Move a permanent reservation to another time: the new one is taken and the old one given up in one write, or neither.
 *
 * @param reservationId of the new time: the booking id and the next attempt number, {@code bookingId:n}
 * @param movedReservationId what the old time is reserved under
 * @param movedStart start of the old time
 * @param firmOnly whether to move only where a booking at the new time would need no acceptance by the coach
 */
@Contract(type = "availability.move-slot.v1", topic = Topics.AVAILABILITY_COMMANDS)
public record MoveSlot(
        String reservationId,
        String bookingId,
        String coachId,
        String clientId,
        String sessionTypeId,
        String movedReservationId,
        Instant movedStart,
        Instant start,
        int durationMinutes,
        boolean firmOnly) {}
