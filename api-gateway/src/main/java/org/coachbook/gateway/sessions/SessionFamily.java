package org.coachbook.gateway.sessions;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * All refresh tokens that descend from one log-in, as stored: hashes only.
 *
 * @param currentHash of the token that may be used next
 * @param precedingHash of the one before, null for the first
 * @param salt by which the current one was made of the preceding one
 * @param rotatedAt when the current one was made
 * @param expiresAt when the current one is no longer taken
 * @param endsAt when the person has to log in again in any case
 */
public record SessionFamily(
        @BsonId String id,
        String accountId,
        String currentHash,
        @Nullable String precedingHash,
        @Nullable String salt,
        Instant rotatedAt,
        Instant expiresAt,
        Instant endsAt) {}
