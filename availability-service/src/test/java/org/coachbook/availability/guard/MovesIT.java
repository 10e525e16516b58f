package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.attempt;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Stack
class MovesIT {
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(12));

    @Inject
    GuardBench bench;

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "43200, 54000, within a week",
        "43200, 648000, to the next week",
        "43200, -1800, to the border of weeks",
        "-1800, 43200, from the border of weeks",
        "43200, 45000, over its own old time"
    })
    void a_move_takes_the_new_time_and_gives_the_old_one_up_in_one_write(long from, long to, String how) {
        Schedule coach = bench.open();
        Instant old = MONDAY.plusSeconds(from);
        Instant next = MONDAY.plusSeconds(to);
        bench.reserve(attempt(coach, "a:1", "o", old, 60, 10));
        assertThat(move(coach, "a", "o", old, next)).as(how).isInstanceOf(Taken.class);
        assertThat(bench.week(coach, next).entry("a:2")).as(how).isNotNull();
        assertThat(bench.week(coach, old).entry("a:1")).as(how).isNull();
        assertThat(bench.week(coach, old).hasGone("a:1")).as(how).isTrue();
        assertThat(move(coach, "a", "o", old, next)).as("a repeat").isInstanceOf(Repeated.class);
        Instant beside = from < to ? old.minusSeconds(1800) : old.plusSeconds(1800);
        assertThat(bench.reserve(attempt(coach, "b", "p", beside, 30, 0)))
                .as("the old time is free: %s", how)
                .isInstanceOf(Taken.class);
    }

    @ParameterizedTest
    @CsvSource({"43200, 54000", "43200, 648000", "-1800, 54000"})
    void who_does_not_get_the_new_time_keeps_the_old_one(long from, long to) {
        Schedule coach = bench.open();
        Instant old = MONDAY.plusSeconds(from);
        Instant next = MONDAY.plusSeconds(to);
        bench.reserve(attempt(coach, "a:1", "o", old, 60, 10));
        bench.reserve(attempt(coach, "b", "p", next.plusSeconds(600), 60, 10));
        assertThat(reason(move(coach, "a", "o", old, next))).isEqualTo(RefusalReason.OVERLAPS);
        assertThat(bench.week(coach, old).entry("a:1")).isNotNull();
        assertThat(bench.week(coach, old).hasGone("a:1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"54000", "648000"})
    void what_does_not_stand_any_more_is_not_moved_nor_is_what_is_somebody_elses(long to) {
        Schedule coach = bench.open();
        Instant next = MONDAY.plusSeconds(to);
        bench.reserve(attempt(coach, "a:1", "o", NOON, 60, 10));
        assertThat(reason(move(coach, "a", "thief", NOON, next))).isEqualTo(RefusalReason.RELEASED);
        bench.standing.release(coach, "a:1", NOON, _ -> List.of());
        assertThat(reason(move(coach, "a", "o", NOON, next))).isEqualTo(RefusalReason.RELEASED);
        bench.standing.release(coach, "a:2", next, _ -> List.of());
        assertThat(reason(move(coach, "a", "o", NOON, next))).isEqualTo(RefusalReason.RELEASED);
        assertThat(bench.week(coach, next).busy()).isEmpty();
    }

    @Test
    void a_move_within_a_full_day_leaves_it_full() {
        Schedule coach = bench.open();
        Caps caps = new Caps(1, null, null, null);
        bench.reserve(capped(coach, "a:1", NOON, caps));
        Attempt later = capped(coach, "a:2", NOON.plus(Duration.ofHours(3)), caps);
        assertThat(bench.reserve(later.inExchangeFor(GuardBench.standing("a:1", NOON, 60, 10))))
                .isInstanceOf(Taken.class);
        assertThat(reason(bench.reserve(capped(coach, "b", NOON, caps)))).isEqualTo(RefusalReason.DAILY_CAP);
    }

    private static Attempt capped(Schedule coach, String id, Instant start, Caps caps) {
        return GuardBench.attempt(coach, id, "o", Range.ofMinutes(start, 60), 10, caps, NOW);
    }

    private Outcome move(Schedule coach, String booking, String owner, Instant from, Instant to) {
        Attempt next = attempt(coach, booking + ":2", owner, to, 60, 10);
        return bench.reserve(next.inExchangeFor(GuardBench.standing(booking + ":1", from, 60, 10)));
    }

    private static RefusalReason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
