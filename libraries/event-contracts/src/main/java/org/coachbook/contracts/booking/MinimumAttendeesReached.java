package org.coachbook.contracts.booking;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Enough take part: the session that the booking waited for takes place.
 *
 * @param clientRef a pseudonym of the client, dropped when his data is erased
 * @param status the booking's status after the change
 * @param sequence rises by one with each event of the booking
 */
@Contract(type = "booking.minimum-attendees-reached.v1", topic = Topics.BOOKING_EVENTS)
public record MinimumAttendeesReached(
        String bookingId,
        String coachId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        long sequence) {}
