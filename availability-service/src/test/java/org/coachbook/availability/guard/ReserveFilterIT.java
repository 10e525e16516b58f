package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What MongoDB decides and what the pure twin says are the same, on random calendars. */
@Stack
class ReserveFilterIT {
    private static final int STEPS = 500;

    @Inject
    GuardBench bench;

    @Test
    void the_write_takes_what_the_pure_rules_allow_and_nothing_else() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Schedule coach = bench.opened("coach-" + seed, Rules.daily(480, 1200), entries());
        bench.reserve(GuardBench.attempt(coach, "first", "o", MONDAY.plus(Duration.ofHours(9)), 60, 0));
        int taken = 0;
        for (int step = 0; step < STEPS; step++) {
            liven(coach, random, step);
            Attempt attempt = attempt(coach, random, step);
            if (random.nextInt(3) == 0) {
                attempt = beside(coach, random, step);
            }
            List<CalendarWeek> week = List.of(bench.week(coach, MONDAY));
            boolean allowed = Diagnosis.of(attempt, week) instanceof Diagnosis.Fits;
            boolean written = bench.weeks.write(
                            ReserveFilter.of(attempt),
                            ReserveUpdate.of(attempt),
                            ReserveUpdate.variables(attempt),
                            attempt.messages().size())
                    != null;
            assertThat(written)
                    .as("seed %d, step %d: %s", seed, step, attempt.entry())
                    .isEqualTo(allowed);
            taken += written ? 1 : 0;
        }
        assertThat(taken).as("both answers occur, seed %d", seed).isBetween(10, STEPS - 10);
    }

    /** Now and then somebody pays, or it is decided whether a session takes place. */
    private void liven(Schedule coach, Random random, int step) {
        Instant now = NOW.plusSeconds(step * 30L);
        List<Entry> busy = bench.week(coach, MONDAY).busy();
        if (random.nextInt(4) == 0 && !busy.isEmpty()) {
            Entry entry = busy.get(random.nextInt(busy.size()));
            OutboxMessage any = GuardBench.message(coach, "m" + step);
            bench.standing.confirm(coach, entry.id(), entry.from(), _ -> any, any);
        }
        if (random.nextInt(20) == 0) {
            bench.decisions.decide(GuardBench.weekId(coach, MONDAY), now);
        }
        if (random.nextInt(10) == 0 && !busy.isEmpty()) {
            Entry entry = busy.get(random.nextInt(busy.size()));
            bench.standing.release(coach, entry.id(), entry.from(), _ -> List.of());
        }
    }

    private static @Nullable Minimum minimum(Random random, Instant now) {
        return random.nextBoolean() ? new Minimum(2, now.plusSeconds(random.nextInt(7200) - 3600L)) : null;
    }

    private static Attempt attempt(Schedule coach, Random random, int step) {
        Instant now = NOW.plusSeconds(step * 30L + random.nextInt(1200));
        boolean shared = random.nextBoolean();
        Range range = shared
                ? Range.ofMinutes(MONDAY.plus(Duration.ofMinutes(33 * 60 + 90L * random.nextInt(6))), 60)
                : Range.ofMinutes(
                        MONDAY.plus(Duration.ofMinutes(24 * 60 + 15L * random.nextInt(4 * 96))),
                        30 + 15 * random.nextInt(5));
        Caps caps = random.nextBoolean()
                ? Caps.NONE
                : new Caps(cap(random, 3), cap(random, 9), cap(random, 3), cap(random, 9));
        Attempt plain = GuardBench.attempt(
                coach, "r" + random.nextInt(300), "o" + random.nextInt(8), range, 5 * random.nextInt(5), caps, now);
        Attempt seated = shared ? GuardBench.seat(plain, 2 + random.nextInt(2), minimum(random, now)) : plain;
        var own = List.of(new Attempt.OwnHold("r" + random.nextInt(300), List.of()));
        return new Attempt(coach, caps, seated.entry(), own, null, plain.messages(), now);
    }

    /** A time near a taken one, which it may replace where it is the same person's. */
    private Attempt beside(Schedule coach, Random random, int step) {
        List<Entry> busy = bench.week(coach, MONDAY).busy();
        if (busy.isEmpty()) {
            return attempt(coach, random, step);
        }
        Entry booked = busy.get(random.nextInt(busy.size()));
        String owner = random.nextInt(4) == 0 ? "o" + random.nextInt(8) : booked.owner();
        Range range = Range.ofMinutes(booked.from().plus(Duration.ofMinutes(15L * (random.nextInt(9) - 4))), 60);
        Instant now = NOW.plusSeconds(step * 30L);
        Attempt plain = GuardBench.attempt(
                coach, "b" + random.nextInt(300), owner, range, 0, new Caps(cap(random, 3), null, null, null), now);
        Attempt seated = random.nextInt(4) == 0 ? GuardBench.seat(plain, 2) : plain;
        return GuardBench.beside(seated, booked.id());
    }

    private static @Nullable Integer cap(Random random, int most) {
        return random.nextBoolean() ? 1 + random.nextInt(most) : null;
    }

    /** An evening for one type, and a noon that is closed for it alone. */
    private static List<DatedEntry> entries() {
        var evening = LocalDateTime.parse("2030-03-06T20:00");
        var noon = LocalDateTime.parse("2030-03-07T12:00");
        return List.of(entry("evening", EntryKind.OPENING, evening), entry("noon", EntryKind.CLOSURE, noon));
    }

    private static DatedEntry entry(String id, EntryKind kind, LocalDateTime start) {
        return new DatedEntry(
                id, kind, start, start.plusHours(1), "Europe/Zurich", null, List.of(), List.of("type"), true, 1);
    }
}
