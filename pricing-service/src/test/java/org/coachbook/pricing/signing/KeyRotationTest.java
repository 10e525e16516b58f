package org.coachbook.pricing.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    private static final Instant T0 = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Instant END = T0.plus(PERIOD);

    private record Key(long generation, Instant usedFrom) implements KeyRotation.Dated {}

    private final KeyRotation rotation = new KeyRotation(PERIOD, Duration.ofMinutes(15));
    private final Key first = new Key(1, T0);
    private final Key second = new Key(2, END);

    @Test
    void the_first_key_signs_at_once() {
        assertThat(rotation.successor(List.of(), T0)).contains(T0);
    }

    @Test
    void the_next_key_is_made_ten_minutes_before_it_signs() {
        assertThat(rotation.successor(List.of(first), END.minusSeconds(601))).isEmpty();
        assertThat(rotation.successor(List.of(first), END.minusSeconds(600))).contains(END);
        assertThat(rotation.successor(List.of(first, second), END.minusSeconds(60)))
                .isEmpty();
    }

    @Test
    void after_a_long_pause_the_next_key_is_published_for_ten_minutes_all_the_same() {
        Instant late = END.plus(Duration.ofDays(60));
        assertThat(rotation.successor(List.of(first), late)).contains(late.plusSeconds(600));
        assertThat(rotation.signing(List.of(first), late)).contains(first);
    }

    @Test
    void a_key_signs_from_its_hour_on() {
        List<Key> both = List.of(second, first);
        assertThat(rotation.signing(both, END.minusMillis(1))).contains(first);
        assertThat(rotation.signing(both, END)).contains(second);
        assertThat(rotation.signing(List.of(second), T0)).isEmpty();
    }

    @Test
    void an_old_key_stays_published_while_quotes_it_signed_can_hold() {
        Instant lastQuoteEnds = END.plus(Duration.ofMinutes(15));
        assertThat(rotation.published(first, lastQuoteEnds)).isTrue();
        assertThat(rotation.published(first, END.plus(Duration.ofHours(2)))).isFalse();
        assertThat(rotation.published(second, END.minusSeconds(600))).isTrue();
    }
}
