package org.coachbook.payment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The service's clock in tests: ticks as the real one does, and can be put forward. */
public final class TestClock extends Clock {
    private final AtomicLong aheadMillis = new AtomicLong();

    /** Makes the one clock. */
    public static final class Maker {
        @Produces
        @Singleton
        TestClock clock() {
            return new TestClock();
        }
    }

    /** Lets this much time pass at once. */
    public void forward(Duration time) {
        aheadMillis.addAndGet(time.toMillis());
    }

    /** Shows the real time again. */
    public void reset() {
        aheadMillis.set(0);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(System.currentTimeMillis() + aheadMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only UTC is used");
    }
}
