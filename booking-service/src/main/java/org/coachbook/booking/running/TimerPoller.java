package org.coachbook.booking.running;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.coachbook.chassis.time.Poller;

/** Wakes the bookings whose timer is due. Every replica does; the version lets one of them move each booking. */
@Startup
@Singleton
class TimerPoller {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BATCH = 200;

    private final Poller poller;

    TimerPoller(BookingRepository bookings, SagaRunner runner, Clock clock) {
        this.poller = Poller.every(PAUSE, "booking timers", () -> bookings.due(clock.instant(), BATCH)
                .forEach(runner::wake));
    }

    @PreDestroy
    void stop() {
        poller.close();
    }
}
