package org.coachbook.notification.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values kept for a while after they were read. Several who ask for the same value at once share one read; a value that
 * does not exist is not kept.
 */
public final class Kept<T> {
    private record Entry<T>(T value, Instant until) {}

    private final ConcurrentHashMap<String, Entry<T>> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration life;
    private final int most;

    /**
     * An empty store.
     *
     * @param life how long a value is kept
     * @param most how many are kept; a full store starts afresh
     */
    public Kept(Clock clock, Duration life, int most) {
        this.clock = clock;
        this.life = life;
        this.most = most;
    }

    /** The kept value, or the one that is read now. */
    public Optional<T> get(String id, Function<String, Optional<T>> read) {
        Instant now = clock.instant();
        Entry<T> kept = entries.get(id);
        if (kept != null && now.isBefore(kept.until())) {
            return Optional.of(kept.value());
        }
        if (entries.size() >= most) {
            entries.clear();
        }
        return Optional.ofNullable(entries.compute(id, (_, old) -> fresh(old) ? old : readNow(id, read)))
                .map(Entry::value);
    }

    private boolean fresh(@Nullable Entry<T> entry) {
        return entry != null && clock.instant().isBefore(entry.until());
    }

    private @Nullable Entry<T> readNow(String id, Function<String, Optional<T>> read) {
        Optional<T> value = read.apply(id);
        return value.isPresent() ? new Entry<>(value.get(), clock.instant().plus(life)) : null;
    }

    /** Keeps a value that is known already. */
    public void put(String id, T value) {
        entries.put(id, new Entry<>(value, clock.instant().plus(life)));
    }

    /** Forgets a value: it changed at its owner's. */
    public void drop(String id) {
        entries.remove(id);
    }

    /** Forgets all values of which something is true. */
    public void dropIf(Predicate<T> outdated) {
        entries.values().removeIf(entry -> outdated.test(entry.value()));
    }
}
