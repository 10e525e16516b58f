package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The time is reserved.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 * @param mode decided by the calendar from the session type's booking rules
 * @param confirmed whether it is already permanent
 * @param timeZone the coach's IANA zone
 */
@Contract(type = "availability.replied.slot-reserved.v1", topic = Topics.BOOKING_REPLIES)
public record SlotReserved(
        String reservationId,
        String bookingId,
        String coachId,
        BookingMode mode,
        boolean confirmed,
        SessionTerms terms,
        Instant start,
        Instant end,
        String timeZone) {}
