package org.coachbook.pricing.quotes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks the price of.
 *
 * @param clientId null for a visitor who is not signed in
 * @param durationMinutes null for the session type's default
 */
record QuoteRequest(
        @Nullable String clientId,
        String coachId,
        String sessionTypeId,
        Instant start,
        @Nullable Integer durationMinutes) {
    boolean asksCoachHimself() {
        return coachId.equals(clientId);
    }
}
