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
import java.util.concurrent.atomic.AtomicBoolean;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.guard.StandingEntries.Change;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;

@Stack
class StandingEntriesIT {
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    @Inject
    GuardBench bench;

    @Test
    void what_lapsed_but_was_not_taken_is_confirmed_under_its_old_id() {
        Schedule coach = bench.open();
        bench.reserve(attempt(coach, "a", "o", MONDAY.plusSeconds(36_000), 60, 15));
        var other = Range.ofMinutes(MONDAY.plusSeconds(72_000), 60);
        bench.reserve(attempt(coach, "b", "p", other, 15, Caps.NONE, LATER));
        assertThat(bench.week(coach, MONDAY).entry("a"))
                .as("removed by the write that saw it expired")
                .isNull();
        assertThat(confirm(coach, "a", MONDAY.plusSeconds(36_000))).isEqualTo(Change.DONE);
        Entry entry = bench.week(coach, MONDAY).entry("a");
        assertThat(entry).isNotNull().extracting(Entry::kind).isEqualTo(Kind.CONFIRMED);
        assertThat(confirm(coach, "a", MONDAY.plusSeconds(36_000))).isEqualTo(Change.REPEATED);
    }

    @Test
    void what_lapsed_and_was_taken_is_lost_for_good() {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(36_000);
        bench.reserve(attempt(coach, "a", "o", start, 60, 0));
        bench.reserve(attempt(coach, "b", "p", Range.ofMinutes(start, 60), 0, Caps.NONE, LATER));
        assertThat(confirm(coach, "a", start)).isEqualTo(Change.LOST);
        bench.standing.release(coach, "b", start, _ -> List.of());
        assertThat(confirm(coach, "a", start)).as("also when it is free again").isEqualTo(Change.GONE);
    }

    @Test
    void an_extension_that_comes_again_late_takes_no_time_away() {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(36_000);
        bench.reserve(attempt(coach, "a", "o", start, 60, 0));
        Instant more = LATER.plus(Duration.ofHours(5));
        for (Instant until : List.of(more, LATER)) {
            bench.standing.extend(coach, "a", start, until, message(coach, "a:extended"), message(coach, "a:lost"));
        }
        assertThat(bench.week(coach, start).entry("a"))
                .isNotNull()
                .extracting(Entry::expiresAt)
                .isEqualTo(more);
    }

    @Test
    void an_extension_of_what_lapsed_takes_no_time_away_either() {
        Schedule coach = bench.open();
        Instant start = MONDAY.plusSeconds(36_000);
        bench.reserve(attempt(coach, "a", "o", start, 60, 0));
        Instant more = NOW.plus(Duration.ofMinutes(10));
        var other = Range.ofMinutes(MONDAY.plusSeconds(72_000), 60);
        bench.reserve(attempt(coach, "b", "p", other, 0, Caps.NONE, LATER));
        bench.standingAt(NOW)
                .extend(coach, "a", start, NOW.plusSeconds(60), message(coach, "a:done"), message(coach, "a:lost"));
        assertThat(bench.week(coach, start).entry("a"))
                .isNotNull()
                .extracting(Entry::expiresAt)
                .isEqualTo(more);
    }

    @Test
    void what_one_of_two_weeks_dropped_is_released_in_the_other_too() {
        Schedule coach = droppedAtHome();
        bench.standing.release(coach, "a", MONDAY.minusSeconds(1800), _ -> List.of());
        assertThat(bench.week(coach, MONDAY).busy()).isEmpty();
        assertThat(bench.reserve(attempt(coach, "c", "q", MONDAY, 60, 0)))
                .as("by a clock that is late")
                .isInstanceOf(Taken.class);
    }

    @Test
    void what_one_of_two_weeks_dropped_is_not_in_its_own_way_when_it_is_asked_for_again() {
        Schedule coach = droppedAtHome();
        assertThat(bench.reserve(attempt(coach, "a", "o", MONDAY.minusSeconds(1800), 60, 0)))
                .isInstanceOf(Taken.class);
        assertThat(bench.week(coach, MONDAY).busy()).extracting(Entry::id).containsExactly("a");
    }

    /** A time over the border, which a clock that is fast has dropped from the week of its start. */
    private Schedule droppedAtHome() {
        Schedule coach = bench.open();
        bench.reserve(attempt(coach, "a", "o", MONDAY.minusSeconds(1800), 60, 0));
        var before = Range.ofMinutes(MONDAY.minus(Duration.ofHours(9)), 60);
        bench.reserve(attempt(coach, "b", "p", before, 0, Caps.NONE, LATER));
        assertThat(bench.week(coach, MONDAY.minusSeconds(1800)).entry("a")).isNull();
        assertThat(bench.week(coach, MONDAY).entry("a")).isNotNull();
        return coach;
    }

    @Test
    void an_entry_over_two_weeks_is_confirmed_and_released_in_both() {
        Schedule coach = bench.open();
        Instant start = MONDAY.minusSeconds(1800);
        assertThat(bench.reserve(attempt(coach, "a", "o", start, 60, 0))).isInstanceOf(Taken.class);
        assertThat(confirm(coach, "a", start)).isEqualTo(Change.DONE);
        assertThat(List.of(bench.week(coach, start), bench.week(coach, MONDAY)))
                .allSatisfy(week -> assertThat(week.entry("a"))
                        .isNotNull()
                        .extracting(Entry::kind)
                        .isEqualTo(Kind.CONFIRMED));
        assertThat(bench.week(coach, MONDAY).entry("a")).isNotNull().matches(e -> !e.counts());
        bench.standing.release(coach, "a", start, _ -> List.of(message(coach, "a:freed")));
        assertThat(bench.week(coach, start).busy()).isEmpty();
        assertThat(bench.week(coach, MONDAY).busy()).isEmpty();
    }

    @Test
    void what_lapsed_over_two_weeks_is_had_again_whichever_week_dropped_it() {
        for (Duration other : List.of(Duration.ofHours(-9), Duration.ofHours(9))) {
            Schedule coach = bench.open();
            Instant start = MONDAY.minusSeconds(1800);
            bench.reserve(attempt(coach, "a", "o", start, 60, 0));
            bench.reserve(attempt(coach, "b", "p", Range.ofMinutes(MONDAY.plus(other), 60), 0, Caps.NONE, LATER));
            assertThat(confirm(coach, "a", start)).as("%s", other).isEqualTo(Change.DONE);
            assertThat(List.of(bench.week(coach, start), bench.week(coach, MONDAY)))
                    .allSatisfy(week -> assertThat(week.busy())
                            .filteredOn(e -> e.id().equals("a"))
                            .extracting(Entry::kind)
                            .containsExactly(Kind.CONFIRMED));
            assertThat(confirm(coach, "a", start)).isEqualTo(Change.REPEATED);
        }
    }

    @Test
    void what_lapsed_over_two_weeks_is_lost_when_either_half_was_taken() {
        for (Instant taken : List.of(MONDAY.minusSeconds(3600), MONDAY)) {
            Schedule coach = bench.open();
            Instant start = MONDAY.minusSeconds(1800);
            bench.reserve(attempt(coach, "a", "o", start, 60, 0));
            assertThat(bench.reserve(attempt(coach, "b", "p", Range.ofMinutes(taken, 60), 0, Caps.NONE, LATER)))
                    .isInstanceOf(Taken.class);
            assertThat(confirm(coach, "a", start)).as("%s", taken).isEqualTo(Change.LOST);
            assertThat(List.of(bench.week(coach, start), bench.week(coach, MONDAY)))
                    .as("%s", taken)
                    .allSatisfy(week -> {
                        assertThat(week.busy()).extracting(Entry::id).doesNotContain("a");
                        assertThat(week.hasGone("a")).isTrue();
                    });
            assertThat(confirm(coach, "a", start)).isEqualTo(Change.GONE);
        }
    }

    @Test
    void confirmations_at_once_never_lose_what_one_of_them_confirmed() throws Exception {
        for (long offset : List.of(-1800L, 36_000L)) {
            Schedule coach = bench.open();
            Instant start = MONDAY.plusSeconds(offset);
            bench.reserve(attempt(coach, "a", "o", start, 60, 0));
            var other = Range.ofMinutes(MONDAY.plusSeconds(72_000), 60);
            bench.reserve(attempt(coach, "b", "p", other, 0, Caps.NONE, LATER));
            var changes = GuardBench.atOnce(8, _ -> confirm(coach, "a", start));
            assertThat(changes).as("%d", offset).containsOnly(Change.DONE, Change.REPEATED);
            assertThat(bench.week(coach, start).entry("a"))
                    .isNotNull()
                    .extracting(Entry::kind)
                    .isEqualTo(Kind.CONFIRMED);
        }
    }

    @Test
    void an_own_hold_gives_way_to_its_owner_only() {
        Schedule coach = bench.open();
        Attempt hold = attempt(coach, "hold", "me", MONDAY, 60, 0);
        bench.reserve(hold);
        assertThat(bench.reserve(taking(hold, "mine", "somebody-else")))
                .isEqualTo(new Refused(RefusalReason.OVERLAPS, 2));
        assertThat(bench.reserve(taking(hold, "mine", "me"))).isInstanceOf(Taken.class);
        assertThat(bench.reserve(taking(hold, "mine", "me"))).isInstanceOf(Repeated.class);
        assertThat(bench.week(coach, MONDAY).busy()).extracting(Entry::id).containsExactly("mine");
        assertThat(bench.reserve(attempt(coach, "again", "me", MONDAY, 60, 0)))
                .isEqualTo(new Refused(RefusalReason.ALREADY_YOURS, 3));
    }

    private static Attempt taking(Attempt hold, String id, String owner) {
        Attempt plain = attempt(hold.schedule(), id, owner, hold.entry().from(), 60, 0);
        var own = List.of(new Attempt.OwnHold("hold", List.of()));
        return new Attempt(plain.schedule(), Caps.NONE, plain.entry(), own, null, plain.messages(), NOW);
    }

    @Test
    void nothing_is_reserved_by_rules_that_were_replaced_before_it_began() throws Exception {
        Schedule coach = bench.open();
        AtomicBoolean closed = new AtomicBoolean();
        var late = GuardBench.atOnce(9, worker -> {
            if (worker == 0) {
                bench.opened(coach.coachId(), List.of());
                closed.set(true);
                return 0L;
            }
            return late(coach, worker, closed);
        });
        assertThat(late).containsOnly(0L);
        assertThat(bench.reserve(attempt(coach, "last", "o", MONDAY, 15, 0)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.OUTSIDE_AVAILABILITY));
    }

    /** How many times were taken by an attempt, with the schedule read before, that began after the edit. */
    private long late(Schedule readBefore, int worker, AtomicBoolean closed) {
        long late = 0;
        for (int i = 0; i < 20; i++) {
            Instant start = MONDAY.plus(Duration.ofMinutes(15L * (worker * 20 + i)));
            boolean after = closed.get();
            Outcome outcome = bench.reserve(attempt(readBefore, "r" + worker + "-" + i, "o", start, 15, 0));
            late += after && outcome instanceof Taken ? 1 : 0;
        }
        return late;
    }

    private Change confirm(Schedule coach, String id, Instant start) {
        return bench.standing
                .confirm(coach, id, start, _ -> message(coach, id + ":confirmed"), message(coach, id + ":lost"))
                .change();
    }
}
