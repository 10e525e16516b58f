package org.coachbook.pricing.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was found for a short time. What another replica changed is seen after {@code validity} at the latest,
 * what this one changed at once: a {@link #drop} waits for a load under way, so that no load can put back what it read
 * before the change. What was not found is not kept.
 */
public final class ShortLivedCache<K, V> {
    private static final int MOST_ENTRIES = 50_000;

    private record Kept<V>(V value, long untilNanos) {
        boolean goodAt(long nanos) {
            return nanos - untilNanos < 0;
        }
    }

    private final ConcurrentHashMap<K, Kept<V>> entries = new ConcurrentHashMap<>();
    private final long validityNanos;
    private final LongSupplier nanoTime;

    public ShortLivedCache(Duration validity) {
        this(validity, System::nanoTime);
    }

    ShortLivedCache(Duration validity, LongSupplier nanoTime) {
        this.validityNanos = validity.toNanos();
        this.nanoTime = nanoTime;
    }

    /** What is kept for the key, or else what {@code load} finds; at most one load per key runs at a time. */
    public Optional<V> get(K key, Function<K, Optional<V>> load) {
        long now = nanoTime.getAsLong();
        Kept<V> kept = entries.get(key);
        if (kept != null && kept.goodAt(now)) {
            return Optional.of(kept.value());
        }
        if (entries.size() > MOST_ENTRIES) {
            makeRoom(now);
        }
        Kept<V> loaded = entries.compute(key, (_, present) -> goodOrLoaded(key, present, load));
        return loaded == null ? Optional.empty() : Optional.of(loaded.value());
    }

    private @Nullable Kept<V> goodOrLoaded(K key, @Nullable Kept<V> present, Function<K, Optional<V>> load) {
        if (present != null && present.goodAt(nanoTime.getAsLong())) {
            return present;
        }
        Optional<V> found = load.apply(key);
        return found.isEmpty() ? null : new Kept<>(found.get(), nanoTime.getAsLong() + validityNanos);
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
