package org.coachbook.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final RsaJsonWebKey PAIR = pair();

    private final KeySchedule schedule =
            new KeySchedule(Duration.ofDays(30), Duration.ofMinutes(10), Duration.ofHours(1));
    private final SigningKey first = new SigningKey(1, START, PAIR);
    private final Instant change = START.plus(Duration.ofDays(30));
    private final SigningKey second = new SigningKey(2, change, PAIR);

    @Test
    void the_first_key_signs_at_once() {
        assertThat(schedule.nextActiveFrom(List.of(), START)).hasValue(START);
        assertThat(schedule.signer(List.of(first), START)).hasValue(first);
    }

    @Test
    void the_next_key_is_made_ten_minutes_before_it_signs() {
        Instant due = change.minus(Duration.ofMinutes(10));
        assertThat(schedule.nextActiveFrom(List.of(first), due.minusMillis(1))).isEmpty();
        assertThat(schedule.nextActiveFrom(List.of(first), due)).hasValue(change);
    }

    @Test
    void a_key_that_is_made_late_is_still_published_ten_minutes_before_it_signs() {
        Instant late = change.plus(Duration.ofDays(3));
        assertThat(schedule.nextActiveFrom(List.of(first), late)).hasValue(late.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_key_is_published_before_it_signs() {
        Instant before = change.minus(Duration.ofMinutes(5));
        assertThat(schedule.published(List.of(first, second), before)).containsExactly(first, second);
        assertThat(schedule.signer(List.of(first, second), before)).hasValue(first);
        assertThat(schedule.signer(List.of(first, second), change)).hasValue(second);
    }

    @Test
    void a_replaced_key_stays_published_while_its_tokens_live() {
        Instant later = change.plus(Duration.ofHours(1));
        assertThat(schedule.published(List.of(first, second), later)).containsExactly(first, second);
        assertThat(schedule.published(List.of(first, second), later.plusMillis(1)))
                .containsExactly(second);
    }

    private static RsaJsonWebKey pair() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
