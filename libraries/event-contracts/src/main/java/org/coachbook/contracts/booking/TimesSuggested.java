package org.coachbook.contracts.booking;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The coach suggests other times, which are kept for the client; the requested one is free again.
 *
 * @param clientRef a pseudonym of the client, dropped when his data is erased
 * @param status the booking's status after the change
 * @param sequence rises by one with each event of the booking
 */
@Contract(type = "booking.times-suggested.v1", topic = Topics.BOOKING_EVENTS)
public record TimesSuggested(
        String bookingId,
        String coachId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        long sequence) {}
