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
 * token accepts with the account that he has or makes. An address is written to once while its invitation lives, unless
 * the coach takes it back and invites again.
 *
 * @param email lower case; there is one invitation per coach and address
 * @param token what the mail's link carries; the coach never sees it
 * @param sequence counts its announcements from 1, also those that were kept back to spare the address
 * @param announcedAt when the last of them was due
 * @param acceptedBy null until it is accepted
 */
public record Invitation(
        @BsonId String id,
        String coachId,
        String email,
        String token,
        Status status,
        long sequence,
        Instant announcedAt,
        @Nullable String acceptedBy,
        Instant expiresAt) {
    static final Duration LIFE = Duration.ofDays(30);

    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofDays(1);
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
        return new Invitation(id, coachId, email, token, Status.OPEN, 1, now, null, now.plus(LIFE));
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

    /** Whether a day went by since it was announced. */
    boolean canBeAnnouncedAgain(Instant now) {
        return !now.isBefore(announcedAt.plus(BETWEEN_ANNOUNCEMENTS));
    }

    Invitation announcedAgain(Instant now) {
        return new Invitation(id, coachId, email, token, Status.OPEN, sequence + 1, now, acceptedBy, expiresAt);
    }

    ClientInvited asFact() {
        return new ClientInvited(id, coachId);
    }
}
