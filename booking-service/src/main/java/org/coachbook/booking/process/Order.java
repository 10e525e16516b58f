package org.coachbook.booking.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.contracts.pricing.RedeemableDiscount;
import org.jspecify.annotations.Nullable;

/**
 * What the client ordered; it never changes.
 *
 * @param clientRef a random pseudonym for public events
 * @param holdId the client's own hold that the booking takes over
 * @param timeZone IANA zone that the client booked in
 * @param quote the signed quote's content: the booking is charged what it says, or nothing
 * @param requestHash tells a repeated request from another one under the same idempotency key
 */
public record Order(
        String coachId,
        String clientId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        int durationMinutes,
        @Nullable String holdId,
        @Nullable String title,
        @Nullable String notes,
        String timeZone,
        Quote quote,
        String requestHash,
        Instant placedAt) {

    /** Minor units the client pays. */
    public long total() {
        return quote.price().total();
    }

    /** What booking it uses up, beside the time; null when nothing. */
    public @Nullable RedeemableDiscount redeems() {
        return quote.redeems();
    }

    public boolean isFree() {
        return total() == 0;
    }

    /** Whether this user is the client or the coach; empty for a stranger. */
    public Optional<Party> partyOf(String userId) {
        if (userId.equals(coachId)) {
            return Optional.of(Party.COACH);
        }
        return userId.equals(clientId) ? Optional.of(Party.CLIENT) : Optional.empty();
    }

    Instant end() {
        return start.plus(Duration.ofMinutes(durationMinutes));
    }
}
