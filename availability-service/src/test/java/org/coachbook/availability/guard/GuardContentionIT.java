package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.atOnce;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 200 writers at once, round after round, each round in a calendar of its own; {@code -Drounds} asks for more rounds. */
@Stack
class GuardContentionIT {
    private static final int WRITERS = 200;
    private static final int ROUNDS = Integer.getInteger("rounds", 10);

    /** What the writers want; {@code winners} is how many of them can have it together. */
    enum Wish {
        IDENTICAL(1, 0, 0, Caps.NONE),
        LAST_SEATS(7, 0, 15, Caps.NONE),
        LAST_SEATS_OVER_THE_BORDER_OF_WEEKS(3, 0, 30, Caps.NONE),
        ADJACENT(20, 60, 0, Caps.NONE),
        BUFFER_TOUCHING(20, 75, 15, Caps.NONE),
        CAP_LIMITED(4, 60, 0, new Caps(4, null, null, null)),
        OVER_THE_BORDER_OF_WEEKS(1, 0, 30, Caps.NONE);

        private final int winners;
        private final int minutesApart;
        private final int buffer;
        private final Caps caps;

        Wish(int winners, int minutesApart, int buffer, Caps caps) {
            this.winners = winners;
            this.minutesApart = minutesApart;
            this.buffer = buffer;
            this.caps = caps;
        }

        /** Twenty neighbours from ten past one on Monday, each wanted by ten; or one time in the midst of two weeks. */
        Range wanted(int writer) {
            int first = isWide() ? -30 : 70;
            return Range.ofMinutes(MONDAY.plus(Duration.ofMinutes(first + (long) minutesApart * (writer % 20))), 60);
        }

        int writers() {
            return isWide() ? WRITERS / 10 : WRITERS;
        }

        private boolean isWide() {
            return this == OVER_THE_BORDER_OF_WEEKS || this == LAST_SEATS_OVER_THE_BORDER_OF_WEEKS;
        }

        Attempt attempt(Schedule coach, int writer) {
            Attempt alone = GuardBench.attempt(coach, "r" + writer, "o" + writer, wanted(writer), buffer, caps, NOW);
            boolean shared = this == LAST_SEATS || this == LAST_SEATS_OVER_THE_BORDER_OF_WEEKS;
            return shared ? GuardBench.seat(alone, winners) : alone;
        }
    }

    @Inject
    GuardBench bench;

    @ParameterizedTest
    @EnumSource
    void as_many_win_as_may_win_together(Wish wish) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Schedule coach = bench.open();
            List<Outcome> outcomes = atOnce(wish.writers(), i -> bench.reserve(wish.attempt(coach, i)));
            List<Entry> winners = GuardIT.taken(outcomes);
            assertThat(winners).as("round %d", round).hasSize(wish.winners);
            assertThat(winners).allSatisfy(one -> assertThat(winners)
                    .filteredOn(other -> other != one)
                    .noneMatch(other -> other.isInTheWayOf(Candidate.of(one))));
            assertThat(outcomes).filteredOn(o -> !(o instanceof Taken)).hasSize(wish.writers() - wish.winners);
            assertThat(bench.week(coach, winners.getFirst().from()).busy())
                    .as("what stands is what was answered, round %d", round)
                    .hasSize(wish.winners);
        }
    }
}
