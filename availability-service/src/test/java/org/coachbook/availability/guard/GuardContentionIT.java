package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.atOnce;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 200 writers at once, round after round, each round in a calendar of its own; {@code -Drounds} asks for fewer rounds. */
@Stack
class GuardContentionIT {
    private static final int WRITERS = 200;
    private static final int MOVERS = 40;
    private static final int ROUNDS = Integer.getInteger("rounds", 100);

    /** What the writers want; {@code winners} is how many of them can have it together. */
    enum Wish {
        IDENTICAL(1, 0, 0, Caps.NONE),
        OVERLAPPING(1, 2, 0, Caps.NONE),
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
            return WRITERS;
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
    @ValueSource(longs = {300, 11_400})
    void of_all_who_move_to_one_time_one_does_and_the_others_keep_theirs(long targetMinute) throws Exception {
        Instant target = MONDAY.plus(Duration.ofMinutes(targetMinute));
        for (int round = 0; round < ROUNDS; round++) {
            Schedule coach = bench.open();
            for (int i = 0; i < MOVERS; i++) {
                bench.reserve(GuardBench.attempt(coach, "r" + i + ":1", "o" + i, origin(i), 60, 0));
            }
            List<Outcome> outcomes = atOnce(
                    MOVERS * 2,
                    i -> bench.reserve(
                            i < MOVERS
                                    ? moving(coach, i, target)
                                    : GuardBench.attempt(coach, "n" + i, "n" + i, target, 60, 0)));
            List<Entry> winners = GuardIT.taken(outcomes);
            assertThat(winners).as("round %d", round).hasSize(1);
            Set<String> expected = IntStream.range(0, MOVERS)
                    .mapToObj(i -> "r" + i + ":1")
                    .filter(id ->
                            !id.replace(":1", ":2").equals(winners.getFirst().id()))
                    .collect(Collectors.toSet());
            expected.add(winners.getFirst().id());
            Set<String> standing = Stream.of(MONDAY, target)
                    .flatMap(at -> bench.week(coach, at).busy().stream())
                    .map(Entry::id)
                    .collect(Collectors.toSet());
            assertThat(standing).as("round %d", round).isEqualTo(expected);
        }
    }

    private static Attempt moving(Schedule coach, int mover, Instant target) {
        return GuardBench.attempt(coach, "r" + mover + ":2", "o" + mover, target, 60, 0)
                .inExchangeFor(GuardBench.standing("r" + mover + ":1", origin(mover), 60, 0));
    }

    /** Where a mover comes from: hours of Tuesday to Thursday. */
    private static Instant origin(int mover) {
        return MONDAY.plus(Duration.ofHours(24L + mover));
    }

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
