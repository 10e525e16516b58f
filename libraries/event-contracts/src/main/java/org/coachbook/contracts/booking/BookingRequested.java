package org.coachbook.contracts.booking;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The booking waits for the coach to accept.
 *
 * @param clientRef a pseudonym of the client, dropped when his data is erased
 * @param status the booking's status after the change
 * @param sequence rises by one with each event of the booking
 */
@Contract(type = "booking.requested.v1", topic = Topics.BOOKING_EVENTS)
public record BookingRequested(
        String bookingId,
        String coachId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        long sequence) {}
