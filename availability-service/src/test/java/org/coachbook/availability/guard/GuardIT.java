package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.atOnce;
import static org.coachbook.availability.guard.GuardBench.attempt;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;

@Stack
class GuardIT {
    private static final int WRITERS = 200;

    @Inject
    GuardBench bench;

    @Test
    void of_200_who_want_one_time_one_gets_it() throws Exception {
        Schedule coach = bench.open();
        var outcomes = atOnce(WRITERS, i -> bench.reserve(attempt(coach, "r" + i, "o" + i, MONDAY, 60, 15)));
        assertThat(taken(outcomes)).hasSize(1);
        assertThat(reasons(outcomes)).hasSize(WRITERS - 1).containsOnly(RefusalReason.OVERLAPS);
        CalendarWeek week = bench.week(coach, MONDAY);
        assertThat(week.busy()).hasSize(1);
        assertThat(week.sequence()).as("one message for one winner").isEqualTo(2);
    }

    @Test
    void of_overlapping_times_those_win_that_do_not_overlap() throws Exception {
        Schedule coach = bench.open();
        Random random = new Random(20300304);
        var attempts = random.ints(WRITERS, 0, 96)
                .mapToObj(i -> MONDAY.plus(Duration.ofMinutes(15L * i)))
                .toList();
        var outcomes = atOnce(WRITERS, i -> bench.reserve(attempt(coach, "r" + i, "o" + i, attempts.get(i), 60, 10)));
        List<Entry> winners = taken(outcomes);
        assertNoConflict(winners);
        for (int i = 0; i < WRITERS; i++) {
            Entry wanted = attempt(coach, "r" + i, "o", attempts.get(i), 60, 10).entry();
            boolean blocked = winners.stream().anyMatch(w -> w.conflictsWith(wanted.visible(), wanted.occupied()));
            assertThat(blocked).as("who lost, lost to somebody").isTrue();
        }
        assertThat(bench.week(coach, MONDAY).busy()).hasSameSizeAs(winners);
    }

    @Test
    void adjacent_times_are_all_taken_once() throws Exception {
        Schedule coach = bench.open();
        var outcomes = atOnce(
                WRITERS,
                i -> bench.reserve(attempt(coach, "r" + i, "o" + i, MONDAY.plus(Duration.ofHours(i % 10)), 60, 0)));
        assertThat(taken(outcomes)).hasSize(10);
        assertThat(bench.week(coach, MONDAY).sequence()).as("gapless").isEqualTo(11);
    }

    @Test
    void sessions_are_the_larger_of_both_buffers_apart() {
        Schedule coach = bench.open();
        Instant ten = MONDAY.plus(Duration.ofHours(10));
        assertThat(bench.reserve(attempt(coach, "a", "o", ten, 60, 30))).isInstanceOf(Taken.class);
        Instant eleven = ten.plus(Duration.ofHours(1));
        assertThat(bench.reserve(attempt(coach, "b", "p", eleven.plusSeconds(1740), 60, 15)))
                .isEqualTo(new Refused(RefusalReason.OVERLAPS, 2));
        assertThat(bench.reserve(attempt(coach, "c", "p", eleven.plusSeconds(1800), 60, 30)))
                .as("30 minutes serve as both buffers")
                .isInstanceOf(Taken.class);
    }

    @Test
    void no_more_than_the_cap_are_taken_whoever_comes_at_once() throws Exception {
        Schedule coach = bench.open();
        Caps caps = new Caps(3, null, null, 5);
        var outcomes = atOnce(WRITERS, i -> {
            Range range = Range.ofMinutes(MONDAY.plus(Duration.ofHours(1 + i % 70)), 60);
            return bench.reserve(attempt(coach, "r" + i, "o" + i, range, 0, caps, NOW));
        });
        assertThat(taken(outcomes)).hasSize(5);
        assertThat(reasons(outcomes)).contains(RefusalReason.WEEKLY_CAP).allMatch(r -> r != RefusalReason.JUST_CHANGED);
    }

    @Test
    void nothing_overlaps_over_the_border_of_two_weeks() throws Exception {
        Schedule coach = bench.open();
        var outcomes = atOnce(60, i -> {
            Instant start = MONDAY.plus(Duration.ofMinutes(-90 + 30L * (i % 5)));
            return bench.reserve(attempt(coach, "r" + i, "o" + i, start, 60, 10));
        });
        assertNoConflict(taken(outcomes));
        assertThat(taken(outcomes)).isNotEmpty();
        var both = List.of(bench.week(coach, MONDAY.minusSeconds(1)), bench.week(coach, MONDAY));
        List<Entry> standing = both.stream().flatMap(w -> w.busy().stream()).toList();
        assertThat(Occupancy.of(standing, NOW).entries()).hasSameSizeAs(taken(outcomes));
    }

    @Test
    void a_text_with_a_dollar_stays_a_text() {
        Schedule coach = bench.open();
        assertThat(bench.reserve(attempt(coach, "$busy", "$$now", MONDAY, 60, 0)))
                .isInstanceOf(Taken.class);
        Entry entry = bench.week(coach, MONDAY).entry("$busy");
        assertThat(entry).isNotNull().extracting(Entry::owner).isEqualTo("$$now");
    }

    private static void assertNoConflict(List<Entry> entries) {
        for (Entry one : entries) {
            assertThat(entries)
                    .filteredOn(e -> e != one)
                    .noneMatch(e -> e.conflictsWith(one.visible(), one.occupied()));
        }
    }

    static List<Entry> taken(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Taken.class::isInstance)
                .map(o -> ((Taken) o).entry())
                .toList();
    }

    private static List<RefusalReason> reasons(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Refused.class::isInstance)
                .map(o -> ((Refused) o).reason())
                .toList();
    }
}
