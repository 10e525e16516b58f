package org.coachbook.availability.holds;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.coachbook.chassis.time.Poller;

/**
 * Announces holds that ran out, so that pages and wait lists learn of it within a second. It decides nothing: a hold that
 * ran out is in nobody's way, announced or not. Every replica does this; the calendar's write lets one of them announce.
 */
@Startup
@Singleton
class LapsedHoldPoller {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 200;

    private final Poller poller;

    LapsedHoldPoller(HoldAllowanceRepository allowances, Holds holds, Clock clock) {
        this.poller = Poller.every(PAUSE, "lapsed holds", () -> allowances
                .lapsed(clock.instant(), BATCH)
                .forEach(holds::lapse));
    }

    void stop(@Observes ShutdownEvent event) {
        poller.close();
    }
}
