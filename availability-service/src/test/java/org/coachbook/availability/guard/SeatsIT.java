package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.attempt;
import static org.coachbook.availability.guard.GuardBench.message;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.guard.StandingEntries.Change;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Stack
class SeatsIT {
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(12));
    private static final int SEATS = 2;

    @Inject
    GuardBench bench;

    /** In one week, and over the border of two. */
    @ParameterizedTest
    @ValueSource(longs = {43_200, -1_800})
    void as_many_are_seated_as_there_are_seats_and_a_seat_given_back_is_free(long offset) {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(offset);
        assertThat(join(coach, "a", start)).isInstanceOf(Taken.class);
        assertThat(join(coach, "b", start)).isInstanceOf(Taken.class);
        assertThat(reason(join(coach, "c", start))).isEqualTo(RefusalReason.OVERLAPS);
        leave(coach, "a", start);
        assertThat(join(coach, "c", start)).isInstanceOf(Taken.class);
        assertThat(reason(join(coach, "a", start)))
                .as("a repeat that comes after its release")
                .isEqualTo(RefusalReason.RELEASED);
    }

    @ParameterizedTest
    @ValueSource(longs = {43_200, -1_800})
    void the_first_seat_starts_the_session_and_the_last_one_ends_it(long offset) {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(offset);
        join(coach, "a", start);
        join(coach, "b", start);
        leave(coach, "a", start);
        assertThat(reason(bench.reserve(attempt(coach, "alone", "x", start, 60, 10))))
                .as("one is still seated")
                .isEqualTo(RefusalReason.OVERLAPS);
        leave(coach, "b", start);
        assertThat(bench.reserve(attempt(coach, "alone", "x", start, 60, 10))).isInstanceOf(Taken.class);
        assertThat(reason(join(coach, "c", start)))
                .as("the time is one person's alone")
                .isEqualTo(RefusalReason.OVERLAPS);
    }

    @Test
    void a_session_keeps_every_other_one_away() {
        Schedule coach = bench.open();
        join(coach, "a", NOON);
        assertThat(reason(join(coach, "b", NOON.plusSeconds(900)))).isEqualTo(RefusalReason.OVERLAPS);
        Attempt longer = attempt(coach, "c", "c", NOON, 90, 10);
        assertThat(reason(bench.reserve(GuardBench.seat(longer, SEATS))))
                .as("another length is another session")
                .isEqualTo(RefusalReason.OVERLAPS);
        assertThat(reason(join(coach, "d", NOON.plusSeconds(3600))))
                .as("within the buffer")
                .isEqualTo(RefusalReason.OVERLAPS);
        assertThat(join(coach, "d", NOON.plusSeconds(4500))).isInstanceOf(Taken.class);
    }

    @Test
    void nobody_sits_on_two_seats_but_a_hold_becomes_its_owners_seat() {
        Schedule coach = bench.open();
        join(coach, "a", NOON);
        Attempt again = GuardBench.seat(attempt(coach, "a2", "a", NOON, 60, 10), SEATS);
        assertThat(reason(bench.reserve(again))).isEqualTo(RefusalReason.ALREADY_YOURS);
        join(coach, "b", NOON);
        var own = List.of(new Attempt.OwnHold("a", List.of()));
        Attempt mine = new Attempt(coach, Caps.NONE, again.entry(), own, null, again.messages(), NOW);
        assertThat(bench.reserve(mine)).isInstanceOf(Taken.class);
        assertThat(bench.week(coach, NOON).busy()).extracting(Entry::id).containsExactly("b", "a2");
    }

    @Test
    void a_session_counts_once_towards_the_caps_however_many_join_it() {
        Schedule coach = bench.open();
        Caps caps = new Caps(2, null, null, 2);
        Instant later = NOON.plus(Duration.ofHours(2));
        for (String id : List.of("a", "b", "c")) {
            assertThat(bench.reserve(GuardBench.seat(capped(coach, id, NOON, caps), 4)))
                    .isInstanceOf(Taken.class);
        }
        assertThat(bench.reserve(capped(coach, "alone", later, caps))).isInstanceOf(Taken.class);
        assertThat(reason(bench.reserve(GuardBench.seat(capped(coach, "x", later.plusSeconds(7200), caps), 4))))
                .isEqualTo(RefusalReason.DAILY_CAP);
        assertThat(bench.reserve(GuardBench.seat(capped(coach, "d", NOON, caps), 4)))
                .as("joins what is counted already")
                .isInstanceOf(Taken.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {43_200, -1_800})
    void a_seat_that_lapsed_is_had_again_while_one_is_left(long offset) {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(offset);
        join(coach, "a", start);
        join(coach, "b", start);
        Instant after = NOW.plus(Duration.ofHours(1));
        var range = Range.ofMinutes(start, 60);
        bench.reserve(GuardBench.seat(GuardBench.attempt(coach, "c", "c", range, 10, Caps.NONE, after), SEATS));
        assertThat(confirm(coach, "a", start)).isEqualTo(Change.DONE);
        assertThat(confirm(coach, "b", start)).as("the second seat is c's").isEqualTo(Change.LOST);
        assertThat(bench.week(coach, start).entry("a"))
                .isNotNull()
                .extracting(Entry::kind)
                .isEqualTo(Kind.CONFIRMED);
    }

    private static Attempt capped(Schedule coach, String id, Instant start, Caps caps) {
        return GuardBench.attempt(coach, id, id, Range.ofMinutes(start, 60), 10, caps, NOW);
    }

    private Outcome join(Schedule coach, String id, Instant start) {
        return bench.reserve(GuardBench.seat(attempt(coach, id, id, start, 60, 10), SEATS));
    }

    private void leave(Schedule coach, String id, Instant start) {
        bench.standing.release(coach, id, start, _ -> List.of(message(coach, id + ":freed")));
    }

    private Change confirm(Schedule coach, String id, Instant start) {
        return bench.standing
                .confirm(coach, id, start, _ -> message(coach, id + ":confirmed"), message(coach, id + ":lost"))
                .change();
    }

    private static RefusalReason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
