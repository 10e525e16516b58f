package org.coachbook.availability.holds;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A booking whose time is reserved and not permanent yet, as its client's allowance remembers it.
 *
 * @param reservations what the calendar keeps for it: its own time or those that are suggested instead, of which the
 *     client takes one
 * @param holdId the hold that it was made of, which it takes over where that is with the same coach; the two count once
 * @param request whether the coach has to accept it
 * @param unpaid whether it counts as a held time: a request does until it has gone to the coach
 * @param expiresAt when the reservation lapses
 */
public record OpenBooking(
        String id,
        List<String> reservations,
        String coachId,
        @Nullable String holdId,
        boolean request,
        boolean unpaid,
        Instant expiresAt) {

    /** What was stored before reservations were told apart has none. */
    public OpenBooking {
        reservations = Objects.requireNonNullElse(reservations, List.of());
    }

    /** The same kept by these reservations from now on; a request that is with its coach is no held time any more. */
    OpenBooking extended(List<String> kept, Instant until, boolean withCoach) {
        Instant latest = until.isAfter(expiresAt) ? until : expiresAt;
        return new OpenBooking(id, kept, coachId, holdId, request, unpaid && !(request && withCoach), latest);
    }

    /** Whether it was made of this hold. */
    boolean isMadeOf(Hold hold) {
        return hold.id().equals(holdId) && hold.coachId().equals(coachId);
    }

    /** Whether the calendar keeps this for it, as far as is known. */
    boolean isKeptBy(String reservationId) {
        return reservations.isEmpty() || reservations.contains(reservationId);
    }

    /** The same without a reservation; null when nothing is left. */
    @Nullable
    OpenBooking without(String reservationId) {
        List<String> left =
                reservations.stream().filter(r -> !r.equals(reservationId)).toList();
        return left.isEmpty() ? null : new OpenBooking(id, left, coachId, holdId, request, unpaid, expiresAt);
    }
}
