package org.coachbook.availability.guard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.coachbook.chassis.time.Poller;

/** Has sessions decided whose time to decide has come. Every replica does this; the write lets one of them decide. */
@Startup
@Singleton
class DueDecisionPoller {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BATCH = 100;

    private final Poller poller;

    DueDecisionPoller(SessionDecisions decisions) {
        this.poller = Poller.every(PAUSE, "due decisions", () -> decisions.decideDue(BATCH));
    }

    void stop(@Observes ShutdownEvent event) {
        poller.close();
    }
}
