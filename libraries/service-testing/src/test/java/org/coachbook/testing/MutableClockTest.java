package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutableClockTest {
    private final MutableClock clock = MutableClock.at("2027-03-01T08:00:00Z");

    @Test
    void it_stands_still_until_it_is_moved() {
        clock.advance(Duration.ofMinutes(15));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-01T08:15:00Z"));
    }

    @Test
    void a_view_in_another_zone_moves_along() {
        Clock zurich = clock.withZone(ZoneId.of("Europe/Zurich"));
        clock.set(Instant.parse("2027-07-01T00:00:00Z"));
        assertThat(zurich.instant()).isEqualTo(Instant.parse("2027-07-01T00:00:00Z"));
        assertThat(zurich.getZone()).isEqualTo(ZoneId.of("Europe/Zurich"));
    }

    @Test
    void no_move_of_many_threads_is_lost() {
        IntStream.range(0, 10_000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));
        assertThat(clock.instant())
                .isEqualTo(Instant.parse("2027-03-01T08:00:00Z").plusSeconds(10_000));
    }
}
