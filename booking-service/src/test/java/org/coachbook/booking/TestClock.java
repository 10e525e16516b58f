package org.coachbook.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.coachbook.testing.MutableClock;

/** The clock of the service under test; it stands still until a test moves it. */
@ApplicationScoped
public class TestClock {
    public static final Instant FIRST = Instant.parse("2027-03-01T08:00:00Z");

    @Produces
    @Singleton
    MutableClock clock() {
        return MutableClock.at(FIRST);
    }
}
