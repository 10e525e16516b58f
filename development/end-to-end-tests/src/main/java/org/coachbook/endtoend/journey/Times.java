package org.coachbook.endtoend.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out start times, each once: full hours from a week ahead on. */
public final class Times {
    private static final Duration AHEAD = Duration.ofDays(7);

    private final Instant first = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.DAYS);
    private final AtomicInteger hours = new AtomicInteger();

    /** A time that nobody was given before. */
    public Instant next() {
        return first.plus(hours.getAndIncrement(), ChronoUnit.HOURS);
    }
}
