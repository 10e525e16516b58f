package org.coachbook.notification.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every public event of a booking carries; its CloudEvents type says what happened.
 *
 * @param clientRef the client's pseudonym
 * @param status the booking's status after the change, lower snake case
 * @param sequence rises by one with each event of the booking
 * @param reason why it came to that, where the event says so
 */
public record BookingEvent(
        String bookingId,
        String coachId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        long sequence,
        @Nullable String reason) {}
