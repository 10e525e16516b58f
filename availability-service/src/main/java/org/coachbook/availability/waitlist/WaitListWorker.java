package org.coachbook.availability.waitlist;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.time.Poller;

/** Looks after the lists that are due, each under a lease. */
@Startup
@Singleton
class WaitListWorker {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final WaitListRepository lists;
    private final WaitListRound round;
    private final Clock clock;
    private final Poller poller;

    WaitListWorker(WaitListRepository lists, WaitListRound round, Clock clock) {
        this.lists = lists;
        this.round = round;
        this.clock = clock;
        this.poller = Poller.every(PAUSE, "wait lists", this::lookAfterDue);
    }

    void stop(@Observes ShutdownEvent event) {
        poller.close();
    }

    private void lookAfterDue() {
        Optional<WaitList> claimed = lists.claim(clock.instant(), LEASE);
        while (claimed.isPresent()) {
            round.run(claimed.get());
            claimed = lists.claim(clock.instant(), LEASE);
        }
    }
}
