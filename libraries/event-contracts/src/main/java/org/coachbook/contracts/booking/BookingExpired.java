package org.coachbook.contracts.booking;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A deadline passed: nobody paid, nobody answered, or too few took part.
 *
 * @param clientRef a pseudonym of the client, dropped when his data is erased
 * @param status the booking's status after the change
 * @param sequence rises by one with each event of the booking
 * @param reason null: the booking was ended for another one
 */
@Contract(type = "booking.expired.v1", topic = Topics.BOOKING_EVENTS)
public record BookingExpired(
        String bookingId,
        String coachId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        long sequence,
        @Nullable ExpiryReason reason) {}
