package org.coachbook.contracts.booking;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A booked session does not get another time: none of the proposed ones was taken, or it could not be had. The time that
 * stood stays.
 *
 * @param clientRef a pseudonym of the client, dropped when his data is erased
 * @param status the booking's status after the change
 * @param sequence rises by one with each event of the booking
 * @param reason null: told by an older version, of times that were proposed
 */
@Contract(type = "booking.reschedule-declined.v1", topic = Topics.BOOKING_EVENTS)
public record RescheduleDeclined(
        String bookingId,
        String coachId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        long sequence,
        @Nullable RescheduleDeclineReason reason) {}
