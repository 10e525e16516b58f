package org.coachbook.booking.process;

import java.time.Instant;

/** The shape that all public events of a booking share; their records' constructors are of it. */
@FunctionalInterface
interface Announcement {
    Record event(
            String bookingId,
            String coachId,
            String clientRef,
            String sessionTypeId,
            Instant start,
            Instant end,
            String status,
            long sequence);
}
