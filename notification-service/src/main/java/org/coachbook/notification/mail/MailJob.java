package org.coachbook.notification.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to be sent, or its record. There is one per (subject, kind and its number, recipient, channel), so a repeated
 * event sends nothing twice.
 *
 * @param nextAt while pending: when it is due, or when the lease of the one who sends it ends
 * @param attempts how often it was claimed; also the proof that a claim is still the latest
 * @param settledAt when it left {@code PENDING}
 * @param trouble why the last attempt failed, without addresses
 */
public record MailJob(
        @BsonId String id,
        Notice notice,
        State state,
        Instant createdAt,
        Instant nextAt,
        int attempts,
        @Nullable Instant settledAt,
        @Nullable String trouble) {

    /** {@code SKIPPED}: nobody is there to read it; {@code FAILED}: given up. */
    public enum State {
        PENDING,
        SENT,
        SKIPPED,
        FAILED
    }

    /** A mail that is due now. */
    static MailJob of(Notice notice, Instant now) {
        return new MailJob(idOf(notice), notice, State.PENDING, now, now, 0, null, null);
    }

    /** The same, claimed for its first attempt by whoever orders it. */
    MailJob claimed(Duration lease) {
        return new MailJob(id, notice, state, createdAt, createdAt.plus(lease), 1, null, null);
    }

    private static String idOf(Notice notice) {
        return String.join(
                ":", notice.subjectId(), notice.kind().key(), numberOf(notice), notice.recipientId(), "email");
    }

    /** The event's number; who asks for a connection again and again makes one mail a day. */
    private static String numberOf(Notice notice) {
        return notice.kind() == Kind.CONNECTION_REQUESTED
                ? notice.at().truncatedTo(ChronoUnit.DAYS).toString()
                : Long.toString(notice.sequence());
    }

    /**
     * Stable, so that a mail that went out twice is recognised: a crash between the mail server's acceptance and our
     * record of it sends it again.
     */
    String messageId() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(digest, 0, 16) + "@coachbook.org>";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
