package org.coachbook.gateway.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When keys sign, are published and are followed by a new one.
 *
 * @param rotation how long a key signs
 * @param lead how long a new key is published before it signs, so that every verifier has it in time
 * @param retention how long a key stays published after its successor took over; longer than a token lives
 */
record KeySchedule(Duration rotation, Duration lead, Duration retention) {
    private static final Comparator<SigningKey> BY_AGE = Comparator.comparingLong(SigningKey::generation);

    /** The newest key that is active. */
    Optional<SigningKey> signer(List<SigningKey> keys, Instant now) {
        return keys.stream().filter(key -> !key.activeFrom().isAfter(now)).max(BY_AGE);
    }

    /** What verifiers must know: all keys but those whose successor took over long ago. */
    List<SigningKey> published(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !replacedBefore(key, keys, now.minus(retention)))
                .toList();
    }

    /** When the next key is to begin to sign, if it is time to make it. */
    Optional<Instant> nextActiveFrom(List<SigningKey> keys, Instant now) {
        Optional<SigningKey> newest = keys.stream().max(BY_AGE);
        if (newest.isEmpty()) {
            return Optional.of(now);
        }
        Instant successor = newest.get().activeFrom().plus(rotation);
        if (now.isBefore(successor.minus(lead))) {
            return Optional.empty();
        }
        Instant earliest = now.plus(lead);
        return Optional.of(successor.isAfter(earliest) ? successor : earliest);
    }

    private static boolean replacedBefore(SigningKey key, List<SigningKey> keys, Instant then) {
        return keys.stream()
                .anyMatch(other -> other.generation() > key.generation()
                        && other.activeFrom().isBefore(then));
    }
}
