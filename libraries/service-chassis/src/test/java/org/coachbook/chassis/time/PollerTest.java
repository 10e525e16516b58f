package org.coachbook.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollerTest {
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void a_round_that_fails_does_not_end_the_polling() {
        try (Poller _ = Poller.every(Duration.ofMillis(20), "test", this::failing)) {
            await().until(() -> rounds.get() >= 3);
        }
    }

    @Test
    void waking_brings_the_next_round_forward() {
        try (Poller poller = Poller.every(Duration.ofHours(1), "test", rounds::incrementAndGet)) {
            await().until(() -> rounds.get() == 1);
            poller.wake();
            await().until(() -> rounds.get() == 2);
        }
    }

    @Test
    void nothing_runs_after_closing() {
        Poller poller = Poller.every(Duration.ofMillis(1), "test", rounds::incrementAndGet);
        poller.close();
        int atClosing = rounds.get();
        poller.wake();
        assertThat(rounds).hasValue(atClosing);
    }

    private void failing() {
        rounds.incrementAndGet();
        throw new IllegalStateException("a failing round");
    }
}
