package org.coachbook.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved; safe for use by many threads. */
public final class MutableClock extends Clock {
    private final Hands hands;
    private final ZoneId zone;

    private MutableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** A clock in UTC that shows this instant. */
    public static MutableClock at(Instant instant) {
        return new MutableClock(new Hands(instant), ZoneOffset.UTC);
    }

    /** A clock in UTC; the text as in {@code 2027-03-01T08:00:00Z}. */
    public static MutableClock at(String instant) {
        return at(Instant.parse(instant));
    }

    /** Moves it on, or back when negative; answers what it shows then. */
    public Instant advance(Duration duration) {
        return hands.move(duration);
    }

    /** Sets it to this instant. */
    public void set(Instant instant) {
        hands.set(instant);
    }

    @Override
    public Instant instant() {
        return hands.shown();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same time in another zone: moving one moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(hands, other);
    }

    private static final class Hands {
        private Instant shown;

        Hands(Instant shown) {
            this.shown = shown;
        }

        synchronized Instant shown() {
            return shown;
        }

        synchronized void set(Instant instant) {
            shown = instant;
        }

        synchronized Instant move(Duration duration) {
            shown = shown.plus(duration);
            return shown;
        }
    }
}
