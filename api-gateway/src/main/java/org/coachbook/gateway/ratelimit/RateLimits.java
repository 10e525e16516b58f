package org.coachbook.gateway.ratelimit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts requests in this process; replicas count for themselves. */
@Singleton
public class RateLimits {
    private final Limits remote;
    private final Limits loopback;

    RateLimits(LimitConfig config) {
        this.remote = new Limits(config.remote(), TimeMeter.SYSTEM_MILLISECONDS);
        this.loopback = new Limits(config.loopback(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Counts a request of an address; how long it has to wait, zero when it may go on. */
    public Duration request(String address) {
        return of(address).addresses.take(ClientAddress.key(address));
    }

    /** Counts a request of a signed-in caller; how long it has to wait, zero when it may go on. */
    public Duration requestBy(String subject, String address) {
        return of(address).subjects.take(subject);
    }

    Limits of(String address) {
        return ClientAddress.isLoopback(address) ? loopback : remote;
    }
}
