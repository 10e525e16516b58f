package org.coachbook.payment.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call to Stripe that is to be made, or is under way.
 *
 * @param refundId which refund, for {@link CallKind#REFUND}
 * @param n number of the try with a key of its own; rises over all calls of a payment
 * @param tries how often this call was put off, for the back-off
 * @param nextAt when a worker takes it up; while one is at it, the end of his lease
 * @param firstSentAt when this key was first used
 */
public record Call(
        CallKind kind,
        @Nullable String refundId,
        int n,
        Doubt doubt,
        int tries,
        Instant nextAt,
        @Nullable Instant firstSentAt) {
    /** Longer than any time-out, so that no two workers make the same call while both live. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** Stripe forgets a key after 24 hours; we stop trusting it an hour before. */
    static final Duration KEY_LIFE = Duration.ofHours(23);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    static Call started(CallKind kind, @Nullable String refundId, int n, Instant now) {
        return new Call(kind, refundId, n, Doubt.NONE, 0, now.plus(LEASE), now);
    }

    /** Whether both are the same try. */
    boolean sameAs(@Nullable Call other) {
        return other != null && other.n == n && other.kind == kind;
    }

    /** The idempotency key: the same for each repetition of this try. */
    public String key(String paymentId) {
        String what = kind.name().toLowerCase(Locale.ROOT) + (refundId == null ? "" : "-" + refundId);
        return paymentId + ":" + what + ":" + n;
    }

    /** Whether the object has to be looked up because sending the key again would not tell the outcome. */
    public boolean needsLookUp(Instant now) {
        boolean keyForgotten = firstSentAt != null && firstSentAt.plus(KEY_LIFE).isBefore(now);
        return doubt == Doubt.SERVER_ERROR || (doubt == Doubt.NO_ANSWER && keyForgotten);
    }

    /** Taken up by a worker; what a dead worker left under way may have had its effect. */
    Call claimed(Instant now) {
        boolean abandoned = firstSentAt != null && doubt == Doubt.NONE;
        Instant first = firstSentAt == null ? now : firstSentAt;
        return new Call(kind, refundId, n, abandoned ? Doubt.NO_ANSWER : doubt, tries, now.plus(LEASE), first);
    }

    /** Whether its lease began at this moment. */
    boolean leasedAt(Instant now) {
        return nextAt.equals(now.plus(LEASE));
    }

    /** Whether it may have had an effect we do not know of. */
    boolean mayHaveHappened() {
        return doubt != Doubt.NONE;
    }

    Call inDoubt(Doubt why, Instant now) {
        return new Call(kind, refundId, n, why, tries + 1, now.plus(pause()), firstSentAt);
    }

    /** Put off by Stripe without an effect. */
    Call later(Instant now) {
        Instant first = mayHaveHappened() ? firstSentAt : null;
        return new Call(kind, refundId, n, doubt, tries + 1, now.plus(pause()), first);
    }

    /** Certainly without an effect: tried again with a new key. */
    Call again(int nextN, Instant now) {
        return new Call(kind, refundId, nextN, Doubt.NONE, tries + 1, now.plus(pause()), null);
    }

    private Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
