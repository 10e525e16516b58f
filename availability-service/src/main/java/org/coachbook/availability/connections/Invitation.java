package org.coachbook.availability.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.account.ClientInvited;
import org.jspecify.annotations.Nullable;

/**
 * A coach's invitation to an e-mail address. Nobody looks whether the address has an account: whoever has the mailed
 * token accepts with the account that he has or makes. An address is written to once while its invitation lives.
 *
 * @param email lower case; there is one invitation per coach and address
 * @param token what the mail's link carries; the coach never sees it
 * @param acceptedBy null until it is accepted
 */
public record Invitation(
        @BsonId String id,
        String coachId,
        String email,
        String token,
        Status status,
        @Nullable String acceptedBy,
        Instant expiresAt) {
    static final Duration LIFE = Duration.ofDays(30);

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cc}<>,;:\"()\\[\\]\\\\@]+@[^\\s\\p{Cc}<>,;:\"()\\[\\]\\\\@]+");

    /** Where it stands; {@code DECLINED} is not told to the coach, for whom it looks as {@code OPEN}. */
    public enum Status {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    static Invitation to(String email, String coachId, String id, String token, Instant now) {
        return new Invitation(id, coachId, email, token, Status.OPEN, null, now.plus(LIFE));
    }

    /** E-mail addresses are compared in lower case without blanks around them, as those of accounts. */
    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether this is one bare address. */
    static boolean isAddress(String email) {
        return email.length() <= LONGEST_ADDRESS && ADDRESS.matcher(email).matches();
    }

    boolean expired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    ClientInvited asFact() {
        return new ClientInvited(id, coachId);
    }
}
