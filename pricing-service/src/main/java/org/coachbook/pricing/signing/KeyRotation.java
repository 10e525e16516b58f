package org.coachbook.pricing.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When which key signs and is published. A new key is published {@link #LEAD} before it signs, so that everybody who
 * keeps a copy of the key set has it by then; an old one stays until no quote that it signed can still hold.
 *
 * @param period how long a key signs
 * @param validity how long a quote holds
 */
record KeyRotation(Duration period, Duration validity) {
    static final Duration LEAD = Duration.ofMinutes(10);
    private static final Duration MARGIN = Duration.ofHours(1);

    /** A key pair, as far as its dates matter. */
    interface Dated {
        long generation();

        /** It signs from then on, until a newer one does. */
        Instant usedFrom();
    }

    private static final Comparator<Dated> BY_AGE =
            Comparator.comparing(Dated::usedFrom).thenComparing(Dated::generation);

    /** The newest key whose time has come. */
    <K extends Dated> Optional<K> signing(Collection<K> keys, Instant now) {
        return keys.stream().filter(key -> !key.usedFrom().isAfter(now)).max(BY_AGE);
    }

    /** Whether quotes signed by this key may still be good, or will be made. */
    boolean published(Dated key, Instant now) {
        Duration life = period.plus(LEAD).plus(validity).plus(MARGIN);
        return now.isBefore(key.usedFrom().plus(life));
    }

    /** From when a new key is to sign, if it is to be made now; at once where there is none that could sign. */
    Optional<Instant> successor(List<? extends Dated> usable, Instant now) {
        Optional<? extends Dated> newest = usable.stream().max(BY_AGE);
        if (newest.isEmpty() || signing(usable, now).isEmpty()) {
            return Optional.of(now);
        }
        Instant end = newest.get().usedFrom().plus(period);
        if (now.isBefore(end.minus(LEAD))) {
            return Optional.empty();
        }
        Instant earliest = now.plus(LEAD);
        return Optional.of(end.isAfter(earliest) ? end : earliest);
    }
}
