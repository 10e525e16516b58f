package org.coachbook.notification.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session a booking is about, without anything personal.
 *
 * @param status the booking's status, lower snake case
 * @param reason why it came to that, where words depend on it
 * @param movedFrom when it was to start before it was moved, where that is told
 * @param proposal other times that are offered for it, or were, where that is told
 */
public record Session(
        String bookingId,
        String sessionTypeId,
        Instant start,
        Instant end,
        String status,
        @Nullable String reason,
        @Nullable Instant movedFrom,
        @Nullable Proposal proposal) {
    /** One whose status says enough. */
    public Session(String bookingId, String sessionTypeId, Instant start, Instant end, String status) {
        this(bookingId, sessionTypeId, start, end, status, null, null, null);
    }

    /** One that something else than its status has led to. */
    public Session(
            String bookingId,
            String sessionTypeId,
            Instant start,
            Instant end,
            String status,
            @Nullable String reason) {
        this(bookingId, sessionTypeId, start, end, status, reason, null, null);
    }

    /** The same, told with the time that it had before. */
    public Session movedFrom(Instant before) {
        return new Session(bookingId, sessionTypeId, start, end, status, reason, before, proposal);
    }

    /** The same, told with the times that are offered for it. */
    public Session with(Proposal offered) {
        return new Session(bookingId, sessionTypeId, start, end, status, reason, movedFrom, offered);
    }
}
