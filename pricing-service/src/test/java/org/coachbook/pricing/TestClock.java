package org.coachbook.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.coachbook.testing.MutableClock;

/** The clock of the service under test; it stands at {@link #START} until a test moves it. */
@ApplicationScoped
public class TestClock {
    /** A Monday, nine o'clock in Zurich. */
    public static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    @Produces
    @Singleton
    MutableClock clock() {
        return MutableClock.at(START);
    }
}
