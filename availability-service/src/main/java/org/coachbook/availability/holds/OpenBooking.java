package org.coachbook.availability.holds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking whose time is reserved and not permanent yet, as its client's allowance remembers it.
 *
 * @param holdId the hold that it was made of; the two count once
 * @param request whether the coach has to accept it
 * @param unpaid whether it counts as a held time: a request does until it has gone to the coach
 * @param expiresAt when the reservation lapses
 */
public record OpenBooking(
        String id, String coachId, @Nullable String holdId, boolean request, boolean unpaid, Instant expiresAt) {

    /** The same with its reservation extended; a request is extended when it goes to the coach. */
    OpenBooking extended(Instant until) {
        return new OpenBooking(id, coachId, holdId, request, unpaid && !request, until);
    }
}
