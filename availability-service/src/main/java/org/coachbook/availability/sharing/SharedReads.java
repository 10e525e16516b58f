package org.coachbook.availability.sharing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a rush for the same thing share its reads. Everybody gets what was read after he asked, never an older answer: who
 * comes while a read is running shares the next one. Nothing is kept.
 *
 * @param <K> what is asked for
 * @param <V> what is read
 */
public final class SharedReads<K, V> {
    private static final int LOCKS = 64;

    private static final class Turn<V> {
        private @Nullable V value;
    }

    private final Map<K, Turn<V>> waiting = new ConcurrentHashMap<>();
    /** One read of a key at a time. */
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    private final Function<K, V> read;

    /** @param read reads; where it fails, only that asker is told, and the next one tries again */
    public SharedReads(Function<K, V> read) {
        this.read = read;
    }

    /** What this key stands for, read from now on. */
    public V get(K key) {
        Turn<V> turn = waiting.computeIfAbsent(key, _ -> new Turn<>());
        ReentrantLock lock = locks.get(Math.floorMod(key.hashCode(), LOCKS));
        lock.lock();
        try {
            V value = turn.value;
            if (value == null) {
                waiting.remove(key, turn); // who asks from here on shares the next turn
                value = read.apply(key);
                turn.value = value;
            }
            return value;
        } finally {
            lock.unlock();
        }
    }
}
