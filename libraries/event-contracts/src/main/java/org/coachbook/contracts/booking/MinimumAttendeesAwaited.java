package org.coachbook.contracts.booking;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The seat is taken, but the session waits for its minimum of attendees.
 *
 * @param clientRef a pseudonym of the client, dropped when his data is erased
 * @param status the booking's status after the change
 * @param sequence rises by one with each event of the booking
 */
@Contract(type = "booking.minimum-attendees-awaited.v1", topic = Topics.BOOKING_EVENTS)
public record MinimumAttendeesAwaited(
        String bookingId,
        String coachId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        long sequence) {}
