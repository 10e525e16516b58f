package org.coachbook.gateway.accounts;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * A person's account, as stored.
 *
 * @param id random, not guessable
 * @param email lower case; one account per address
 * @param passwordHash Argon2id in the PHC string format
 * @param sortName the name in lower case, for search and order
 * @param roles {@code client}, {@code coach} (who is a client, too), {@code admin}
 * @param timeZone IANA name
 * @param locale BCP 47 tag
 * @param active false while suspended
 * @param version rises with each edit; also the sequence of what is told of it
 */
public record Account(
        @BsonId String id,
        String email,
        boolean emailVerified,
        String passwordHash,
        String name,
        String sortName,
        List<String> roles,
        String timeZone,
        String locale,
        boolean active,
        Instant createdAt,
        long version,
        List<OutboxMessage> outbox,
        @Nullable Instant outboxPendingSince) {

    /** Whether the account has that role. */
    public boolean is(Role role) {
        return roles.contains(role.text());
    }
}
