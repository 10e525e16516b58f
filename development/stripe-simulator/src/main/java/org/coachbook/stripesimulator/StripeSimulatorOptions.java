package org.coachbook.stripesimulator;

import java.time.Clock;
import java.time.Duration;

/**
 * How a simulator is started. The defaults suit tests; each {@code with…} answers a changed copy.
 *
 * @param port 0 for a free one
 * @param asyncDelay how long after the call Stripe's slower work is done: the money of {@code automatic_async}
 *     captures, the outcome of slow refunds, the arrival of payouts
 * @param webhookRetryPause the pause before a failed delivery is tried again; doubled each time, up to 15 s
 * @param eventLimit how many events are kept for {@code GET /v1/events}
 * @param idempotencyLimit how many idempotency keys are remembered, for 24 hours at most
 */
public record StripeSimulatorOptions(
        String host,
        int port,
        String secretKey,
        String publishableKey,
        Clock clock,
        Duration asyncDelay,
        Duration webhookRetryPause,
        int eventLimit,
        int idempotencyLimit) {
    /** The secret key unless another is given. */
    public static final String DEFAULT_SECRET_KEY = "sk_test_coachbook_simulator";
    /** The publishable key unless another is given. */
    public static final String DEFAULT_PUBLISHABLE_KEY = "pk_test_coachbook_simulator";

    /** A free port on loopback, the default keys, the real clock. */
    public static StripeSimulatorOptions defaults() {
        return new StripeSimulatorOptions(
                "127.0.0.1",
                0,
                DEFAULT_SECRET_KEY,
                DEFAULT_PUBLISHABLE_KEY,
                Clock.systemUTC(),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                20_000,
                1_000_000);
    }

    /** Listens elsewhere. */
    public StripeSimulatorOptions withAddress(String otherHost, int otherPort) {
        return new StripeSimulatorOptions(
                otherHost,
                otherPort,
                secretKey,
                publishableKey,
                clock,
                asyncDelay,
                webhookRetryPause,
                eventLimit,
                idempotencyLimit);
    }

    /** Takes other keys. */
    public StripeSimulatorOptions withKeys(String secret, String publishable) {
        return new StripeSimulatorOptions(
                host, port, secret, publishable, clock, asyncDelay, webhookRetryPause, eventLimit, idempotencyLimit);
    }

    /** Lives by another clock. */
    public StripeSimulatorOptions withClock(Clock other) {
        return new StripeSimulatorOptions(
                host,
                port,
                secretKey,
                publishableKey,
                other,
                asyncDelay,
                webhookRetryPause,
                eventLimit,
                idempotencyLimit);
    }

    /** Does its slower work, and retries webhooks, at another pace. */
    public StripeSimulatorOptions withPace(Duration otherAsyncDelay, Duration otherWebhookRetryPause) {
        return new StripeSimulatorOptions(
                host,
                port,
                secretKey,
                publishableKey,
                clock,
                otherAsyncDelay,
                otherWebhookRetryPause,
                eventLimit,
                idempotencyLimit);
    }
}
