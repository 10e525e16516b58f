package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.atOnce;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The calendar of a coach who moved from Zurich to New York is still kept in the weeks of Zurich, so that his Sunday and
 * his weeks lie in two of them each: midnight in Zurich is six hours earlier.
 */
@Stack
class CapsOverTwoWeeksIT {
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    GuardBench bench;

    private Schedule coach = Rules.schedule("UTC", List.of(), List.of(), 0, 15, Caps.NONE);

    @BeforeEach
    void a_coach_who_moved() {
        Schedule atFirst = bench.open();
        coach = bench.edited(atFirst, "America/New_York", atFirst.weeklyHours());
    }

    @ParameterizedTest
    @CsvSource({"2,, DAILY_CAP", ",2, WEEKLY_CAP"})
    void what_starts_on_both_sides_of_the_border_counts_together(Integer day, Integer week, RefusalReason reason) {
        Caps caps = new Caps(day, week, null, null);
        assertThat(taken("a", MONDAY.minus(Duration.ofHours(2)), caps)).isInstanceOf(Taken.class);
        assertThat(taken("b", MONDAY.plus(Duration.ofHours(2)), caps)).isInstanceOf(Taken.class);
        for (int hours : List.of(-4, 4)) {
            assertThat(taken("c" + hours, MONDAY.plus(Duration.ofHours(hours)), caps))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(reason));
        }
        assertThat(taken("d", MONDAY.plus(Duration.ofHours(7)), caps))
                .as("on his Monday, the first day of his next week")
                .isInstanceOf(Taken.class);
    }

    @Test
    void no_more_than_the_cap_win_at_once_on_both_sides() throws Exception {
        Caps caps = new Caps(4, null, null, null);
        for (int round = 0; round < 10; round++) {
            Instant border = MONDAY.plus(WEEK.multipliedBy(round % 2));
            int number = round;
            Schedule fresh = bench.open();
            coach = bench.edited(fresh, "America/New_York", fresh.weeklyHours());
            List<Outcome> outcomes = atOnce(
                    60, i -> taken("r" + number + "-" + i, border.plus(Duration.ofMinutes(10L * (i % 30 - 15))), caps));
            assertThat(GuardIT.taken(outcomes)).as("round %d", round).hasSize(4);
        }
    }

    private Outcome taken(String id, Instant start, Caps caps) {
        return bench.reserve(GuardBench.attempt(coach, id, id, Range.ofMinutes(start, 10), 0, caps, NOW));
    }
}
