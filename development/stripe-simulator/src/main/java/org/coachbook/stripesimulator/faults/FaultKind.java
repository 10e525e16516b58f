package org.coachbook.stripesimulator.faults;

/** What can go wrong, on request. */
public enum FaultKind {
    /** Executed {@code millis} later. */
    DELAY,
    /** Executed at once, answered {@code millis} later: webhooks overtake the answer. */
    DELAY_AFTER,
    /** 429, not executed. */
    TOO_MANY_REQUESTS,
    /** 409 as if the idempotency key were in use, not executed. */
    CONFLICT,
    /** 500, not executed; the idempotency key remembers the 500. */
    SERVER_ERROR_BEFORE,
    /** Executed, answered with 500; the idempotency key remembers the 500. */
    SERVER_ERROR_AFTER,
    /** Not executed, never answered; the connection is closed after {@code millis}. */
    TIMEOUT_BEFORE,
    /** Executed, never answered; the connection is closed after {@code millis}. */
    TIMEOUT_AFTER,
    /** The event is delivered {@code millis} later. */
    WEBHOOK_DELAYED,
    /** The event is delivered twice. */
    WEBHOOK_DUPLICATED,
    /** The event is delivered after the next one, or after {@code millis} if none comes. */
    WEBHOOK_REORDERED,
    /** The event is never delivered. */
    WEBHOOK_DROPPED;

    boolean concernsWebhooks() {
        return name().startsWith("WEBHOOK");
    }
}
