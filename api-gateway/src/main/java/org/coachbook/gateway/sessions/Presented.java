package org.coachbook.gateway.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a presented refresh token is, judged by its family alone. */
sealed interface Presented {
    /** How long the preceding token still gets the same successor: two tabs, or an answer that was lost. */
    Duration GRACE = Duration.ofSeconds(30);

    /** The token that is to be used: it gets a new successor. */
    record Current(SessionFamily family) implements Presented {}

    /** The one before it, soon enough: it gets the successor it got. */
    record Preceding(SessionFamily family, String salt) implements Presented {}

    /** One that was used before: somebody has a copy, so the family ends. */
    record UsedBefore() implements Presented {}

    /** The family is unknown, has ended or expired. */
    record Ended() implements Presented {}

    static Presented judge(Optional<SessionFamily> stored, RefreshToken token, Instant now) {
        if (stored.isEmpty() || !now.isBefore(stored.get().expiresAt())) {
            return new Ended();
        }
        SessionFamily family = stored.get();
        String hash = token.hash();
        if (hash.equals(family.currentHash())) {
            return new Current(family);
        }
        boolean inGrace = !now.isAfter(family.rotatedAt().plus(GRACE));
        return hash.equals(family.precedingHash()) && family.salt() != null && inGrace
                ? new Preceding(family, family.salt())
                : new UsedBefore();
    }
}
