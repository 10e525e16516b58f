package org.coachbook.availability.sharing;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets those who change the same thing on this replica do so one after the other, instead of losing races to each other
 * until they give up. What they write is still conditional, as other replicas have turns of their own.
 */
public final class Turns {
    private static final int LOCKS = 64;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    /** Does the work when nobody else here works on the same key; a few keys share a turn. */
    public <T> T take(String key, Supplier<T> work) {
        ReentrantLock lock = locks.get(Math.floorMod(key.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
