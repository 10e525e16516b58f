package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.junit.jupiter.api.Test;

/** Random histories, with clocks that are up to 20 minutes wrong, beside a model that is too simple to be wrong. */
@Stack
class GuardHistoryIT {
    private static final int STEPS = 400;
    private static final int SKEW_SECONDS = 1200;
    private static final int SEATS = 3;

    @Inject
    GuardBench bench;

    private final List<Entry> model = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private long messages = 1;

    @Test
    void the_calendar_does_what_the_model_does() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Schedule coach = bench.open();
        for (int step = 0; step < STEPS; step++) {
            Instant now = NOW.plusSeconds(step * 20L + random.nextInt(2 * SKEW_SECONDS) - SKEW_SECONDS);
            String id = "r" + random.nextInt(150);
            if (random.nextInt(4) > 0) {
                reserve(attempt(coach, random, id, now), seed, step);
            } else {
                release(coach, id);
            }
            CalendarWeek week = bench.week(coach, MONDAY.plusSeconds(60));
            assertThat(week.busy().stream().map(Entry::id))
                    .as("seed %d, step %d", seed, step)
                    .containsExactlyInAnyOrderElementsOf(
                            model.stream().map(Entry::id).toList());
            assertThat(week.sequence()).as("gapless, seed %d", seed).isEqualTo(messages);
        }
    }

    /** A time for one person alone, or a seat in one of a few sessions. */
    private static Attempt attempt(Schedule coach, Random random, String id, Instant now) {
        boolean shared = random.nextBoolean();
        long minutes = shared ? 900 + 90L * random.nextInt(4) : 900 + 15L * random.nextInt(60);
        Range range = Range.ofMinutes(MONDAY.plus(Duration.ofMinutes(minutes)), 60);
        Attempt alone = GuardBench.attempt(coach, id, "o" + random.nextInt(8), range, 10, Caps.NONE, now);
        return shared ? GuardBench.seat(alone, SEATS) : alone;
    }

    private void reserve(Attempt attempt, long seed, int step) {
        Outcome outcome = bench.reserve(attempt);
        Entry entry = attempt.entry();
        boolean known = gone.contains(entry.id()) || model.stream().anyMatch(e -> e.id().equals(entry.id()));
        List<Entry> live = model.stream().filter(e -> e.live(attempt.now())).toList();
        List<Entry> mates =
                live.stream().filter(e -> areSeatsOfOneSession(e, entry)).toList();
        boolean free =
                live.stream().noneMatch(e -> !mates.contains(e) && e.conflictsWith(entry.visible(), entry.occupied()))
                        && mates.size() < SEATS
                        && mates.stream().noneMatch(e -> e.owner().equals(entry.owner()));
        assertThat(outcome instanceof Taken).as("seed %d, step %d", seed, step).isEqualTo(!known && free);
        if (outcome instanceof Taken) {
            model.removeIf(e -> !e.live(attempt.now()));
            model.add(entry);
            messages++;
        }
    }

    private static boolean areSeatsOfOneSession(Entry one, Entry other) {
        return one.seat() != null && other.seat() != null && one.from().equals(other.from());
    }

    private void release(Schedule coach, String id) {
        var changed = bench.standing.release(
                coach, id, MONDAY.plusSeconds(60), _ -> List.of(GuardBench.message(coach, id + ":released")));
        boolean first = gone.add(id);
        assertThat(changed.change() == StandingEntries.Change.DONE).isEqualTo(first);
        model.removeIf(e -> e.id().equals(id));
        messages += first ? 1 : 0;
    }
}
