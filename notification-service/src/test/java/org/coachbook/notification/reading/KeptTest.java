package org.coachbook.notification.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final MutableClock clock = MutableClock.at("2027-03-01T08:00:00Z");
    private final AtomicInteger reads = new AtomicInteger();
    private final Kept<Integer> kept = new Kept<>(clock, Duration.ofMinutes(10), 3);

    private Optional<Integer> get(String id) {
        return kept.get(id, _ -> Optional.of(reads.incrementAndGet()));
    }

    @Test
    void a_value_is_read_once_while_it_is_kept() {
        assertThat(get("a")).contains(1);
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(get("a")).contains(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(get("a")).contains(2);
    }

    @Test
    void a_dropped_value_is_read_anew() {
        get("a");
        get("b");
        kept.drop("a");
        assertThat(get("a")).contains(3);
        kept.dropIf(value -> value == 2);
        assertThat(get("b")).contains(4);
    }

    @Test
    void that_there_is_nothing_is_not_kept() {
        assertThat(kept.get("a", _ -> Optional.empty())).isEmpty();
        assertThat(get("a")).contains(1);
    }

    @Test
    void a_full_store_starts_afresh() {
        get("a");
        get("b");
        get("c");
        get("d");
        assertThat(get("a")).contains(5);
    }

    @Test
    void a_segment_cannot_lead_to_another_path() {
        assertThat(PathSegment.of("../accounts/x?y#z")).isEqualTo("%2E%2E%2Faccounts%2Fx%3Fy%23z");
    }
}
