package org.coachbook.booking.process;

import java.time.Instant;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.availability.SlotReserved;
import org.jspecify.annotations.Nullable;

/**
 * The time of a booking.
 *
 * @param attempt number of the reservation; a new time is a new attempt
 * @param mode decided by the calendar; null until reserved
 * @param coachTimeZone the coach's IANA zone; null until reserved
 * @param terms the session type's terms when the time was reserved
 */
public record Slot(
        int attempt,
        Instant start,
        Instant end,
        @Nullable BookingMode mode,
        @Nullable String coachTimeZone,
        @Nullable SessionTerms terms) {

    Slot reserved(SlotReserved reply) {
        return new Slot(attempt, reply.start(), reply.end(), reply.mode(), reply.timeZone(), reply.terms());
    }

    /** Whether the coach has to accept. */
    boolean needsCoach() {
        return mode == BookingMode.REQUEST;
    }
}
