package org.coachbook.pricing.redemption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One redemption.
 *
 * @param id the booking's
 * @param until when what it uses would have ended by itself; null: with its document
 */
public record Use(
        String id, String clientId, Instant at, @Nullable Instant until) {
    /** Of what ends with its document. */
    public Use(String id, String clientId, Instant at) {
        this(id, clientId, at, null);
    }

    /** The same of what ends by itself. */
    public Use of(Instant end) {
        return new Use(id, clientId, at, end);
    }
}
