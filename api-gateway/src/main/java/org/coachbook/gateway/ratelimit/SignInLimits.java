package org.coachbook.gateway.ratelimit;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.coachbook.chassis.http.Problem;

/**
 * Slows down guessing without ever locking anybody out of his account: what counts is the address, and the address
 * together with the account. Ends the request with 429 when there were too many.
 */
@Singleton
public class SignInLimits {
    static final String RETRY_AFTER = "retryAfterSeconds";

    private final RateLimits limits;

    SignInLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** Counts a registration. */
    public void registration(String address) {
        admit(limits.of(address).registrations.take(ClientAddress.key(address)));
    }

    /** Counts a log-in. */
    public void logIn(String address, String account) {
        String key = ClientAddress.key(address);
        admit(limits.of(address).logIns.take(key));
        admit(limits.of(address).accountLogIns.take(key + " " + account));
    }

    private static void admit(Duration wait) {
        if (wait.isPositive()) {
            throw Problem.of(429, "rate-limited", "Too many tries; wait a moment, then try again.")
                    .with(RETRY_AFTER, TooMany.seconds(wait))
                    .asException();
        }
    }
}
