package org.coachbook.pricing.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was found for a short time. What another replica changed is seen after {@code validity} at the latest,
 * what this one changed at once: a {@link #drop} waits for a load under way, so that no load can put back what it read
 * before the change. What is asked for after half of its time is loaded anew meanwhile, so that nobody waits for what
 * many ask for. What was not found is not kept.
 */
public final class ShortLivedCache<K, V> {
    private static final Logger LOG = Logger.getLogger(ShortLivedCache.class);
    private static final int MOST_ENTRIES = 50_000;

    /** Compared by identity, as two that hold the same value may have been loaded at different times. */
    private static final class Kept<V> {
        private final V value;
        private final long untilNanos;
        private final long renewedFromNanos;

        Kept(V value, long untilNanos, long renewedFromNanos) {
            this.value = value;
            this.untilNanos = untilNanos;
            this.renewedFromNanos = renewedFromNanos;
        }

        boolean goodAt(long nanos) {
            return nanos - untilNanos < 0;
        }

        boolean toBeRenewedAt(long nanos) {
            return nanos - renewedFromNanos >= 0;
        }

        Kept<V> beingRenewed() {
            return new Kept<>(value, untilNanos, untilNanos);
        }
    }

    private final ConcurrentHashMap<K, Kept<V>> entries = new ConcurrentHashMap<>();
    private final long validityNanos;
    private final LongSupplier nanoTime;
    private final Executor renewals;

    public ShortLivedCache(Duration validity) {
        this(validity, System::nanoTime, Thread::startVirtualThread);
    }

    ShortLivedCache(Duration validity, LongSupplier nanoTime, Executor renewals) {
        this.validityNanos = validity.toNanos();
        this.nanoTime = nanoTime;
        this.renewals = renewals;
    }

    /** What is kept for the key, or else what {@code load} finds; at most one load per key runs at a time. */
    public Optional<V> get(K key, Function<K, Optional<V>> load) {
        long now = nanoTime.getAsLong();
        Kept<V> kept = entries.get(key);
        if (kept != null && kept.goodAt(now)) {
            if (kept.toBeRenewedAt(now) && entries.replace(key, kept, kept.beingRenewed())) {
                renewals.execute(() -> renew(key, load));
            }
            return Optional.of(kept.value);
        }
        if (entries.size() > MOST_ENTRIES) {
            makeRoom(now);
        }
        Kept<V> loaded = entries.compute(key, (_, present) -> goodOrLoaded(key, present, load));
        return loaded == null ? Optional.empty() : Optional.of(loaded.value);
    }

    private @Nullable Kept<V> goodOrLoaded(K key, @Nullable Kept<V> present, Function<K, Optional<V>> load) {
        return present != null && present.goodAt(nanoTime.getAsLong()) ? present : loaded(key, load);
    }

    private @Nullable Kept<V> loaded(K key, Function<K, Optional<V>> load) {
        Optional<V> found = load.apply(key);
        long now = nanoTime.getAsLong();
        return found.isEmpty() ? null : new Kept<>(found.get(), now + validityNanos, now + validityNanos / 2);
    }

    /** Who asks when the time is over learns what is wrong. */
    private void renew(K key, Function<K, Optional<V>> load) {
        try {
            entries.computeIfPresent(key, (_, _) -> loaded(key, load));
        } catch (RuntimeException e) {
            LOG.warnf("Not loaded anew: %s", e.getMessage());
        }
    }

    /** Forgets the key. */
    public void drop(K key) {
        entries.remove(key);
    }

    private void makeRoom(long now) {
        entries.values().removeIf(kept -> !kept.goodAt(now));
        if (entries.size() > MOST_ENTRIES) {
            entries.clear();
        }
    }
}
