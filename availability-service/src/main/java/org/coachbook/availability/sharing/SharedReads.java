package org.coachbook.availability.sharing;

import java.util.Map;
import java.util.function.Function;

/**
 * Lets a rush for the same thing share its reads: {@link GatheredReads} of one question each.
 *
 * @param <K> what is asked for
 * @param <V> what is read
 */
public final class SharedReads<K, V> {
    private final GatheredReads<K, K, V> reads;

    /** @param read reads; where it fails, only that asker is told, and the next one tries again */
    public SharedReads(Function<K, V> read) {
        this.reads = new GatheredReads<>(keys -> {
            K key = keys.iterator().next();
            return Map.of(key, read.apply(key));
        });
    }

    /** What this key stands for, read from now on. */
    public V get(K key) {
        return reads.get(key, key).orElseThrow();
    }
}
