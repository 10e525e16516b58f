package org.coachbook.availability.sharing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a rush of questions of one group go to the database together. Everybody gets what was read after he asked, never
 * an older answer: who comes while a read is running joins the next one. Nothing is kept.
 *
 * @param <G> what the questions have in common
 * @param <K> what is asked for
 * @param <V> what is read
 */
public final class GatheredReads<G, K, V> {
    private static final int LOCKS = 64;

    private static final class Turn<K, V> {
        private final Set<K> asked = new HashSet<>();
        private @Nullable Map<K, V> found;
    }

    private final Map<G, Turn<K, V>> waiting = new ConcurrentHashMap<>();
    /** One read of a group at a time. */
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    private final Function<Set<K>, Map<K, V>> read;

    /** @param read reads what there is; where it fails, only that asker is told, and the next one tries again */
    public GatheredReads(Function<Set<K>, Map<K, V>> read) {
        this.read = read;
    }

    /** What this key of the group stands for, read from now on; empty when there is nothing. */
    public Optional<V> get(G group, K key) {
        Turn<K, V> turn = join(group, key);
        ReentrantLock lock = locks.get(Math.floorMod(group.hashCode(), LOCKS));
        lock.lock();
        try {
            Map<K, V> found = turn.found;
            if (found == null) {
                waiting.remove(group, turn); // who asks from here on joins the next turn
                found = read.apply(turn.asked);
                turn.found = found;
            }
            return Optional.ofNullable(found.get(key));
        } finally {
            lock.unlock();
        }
    }

    /** Within the map's own lock, so that nobody joins a turn that is being read. */
    private Turn<K, V> join(G group, K key) {
        return waiting.compute(group, (_, open) -> {
            Turn<K, V> turn = open == null ? new Turn<>() : open;
            turn.asked.add(key);
            return turn;
        });
    }
}
