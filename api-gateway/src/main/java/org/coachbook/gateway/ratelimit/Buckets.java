package org.coachbook.gateway.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One token bucket per key. Full buckets carry no information, so when there are many keys the full ones are dropped;
 * memory stays bounded by the callers of the last refill period.
 */
final class Buckets {
    private static final int MANY = 20_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int capacity;
    private final int refill;
    private final Duration period;
    private final TimeMeter time;

    /**
     * @param capacity how many at once
     * @param refill how many come back, evenly, in each {@code period}
     */
    Buckets(int capacity, int refill, Duration period, TimeMeter time) {
        this.capacity = capacity;
        this.refill = refill;
        this.period = period;
        this.time = time;
    }

    /** Takes one; zero when it was there, otherwise how long to wait for the next. */
    Duration take(String key) {
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= capacity);
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(key, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    int size() {
        return buckets.size();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                .withCustomTimePrecision(time)
                .build();
    }
}
