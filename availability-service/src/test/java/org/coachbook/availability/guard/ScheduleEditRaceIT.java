package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.atOnce;
import static org.coachbook.availability.guard.GuardBench.attempt;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules that are edited while people book. */
@Stack
class ScheduleEditRaceIT {
    private static final int ROUNDS = 10;
    private static final int WRITERS = 60;
    private static final int ATTEMPTS = 20;

    @Inject
    GuardBench bench;

    /** One try of a writer: whether the edit had been answered before he began, and what he got. */
    private record Try(Instant start, boolean afterEdit, Outcome outcome) {}

    @ParameterizedTest(name = "the week is known before: {0}")
    @ValueSource(booleans = {true, false})
    void nothing_is_taken_in_closed_hours_once_the_edit_was_answered(boolean known) throws Exception {
        List<Try> late = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Schedule coach = bench.open();
            if (known) {
                bench.reserve(attempt(coach, "first", "o", MONDAY.plus(Duration.ofDays(3)), 15, 0));
            }
            late.addAll(raced(coach));
        }
        assertThat(late)
                .as("tries in the afternoon that began after the edit")
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.outcome())
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                                .isEqualTo(RefusalReason.OUTSIDE_AVAILABILITY)));
    }

    /** Lets writers try one morning and one afternoon each while the afternoons are closed; the late ones of these. */
    private List<Try> raced(Schedule coach) throws Exception {
        AtomicBoolean edited = new AtomicBoolean();
        List<List<Try>> tries = atOnce(WRITERS, i -> {
            Instant morning = MONDAY.plus(Duration.ofMinutes(10L * i));
            if (i == WRITERS / 4) {
                bench.edited(coach, "Europe/Zurich", Rules.daily(0, 720));
                edited.set(true);
                return List.of(tried(coach, "a" + i, morning.plus(Duration.ofHours(12)), edited));
            }
            Try early = tried(coach, "m" + i, morning, edited);
            return List.of(early, tried(coach, "a" + i, morning.plus(Duration.ofHours(12)), edited));
        });
        List<Try> all = tries.stream().flatMap(List::stream).toList();
        assertThat(all)
                .filteredOn(t -> t.start().isBefore(MONDAY.plus(Duration.ofHours(12))))
                .as("mornings are open all the time")
                .allSatisfy(t -> assertThat(t.outcome()).isInstanceOf(Taken.class));
        return all.stream()
                .filter(t -> t.afterEdit() && !t.start().isBefore(MONDAY.plus(Duration.ofHours(12))))
                .toList();
    }

    /** Tries again where the answer is that all has just changed, as who is answered so does. */
    private Try tried(Schedule coach, String id, Instant start, AtomicBoolean edited) {
        Try last;
        int attempts = 0;
        do {
            boolean afterEdit = edited.get();
            last = new Try(start, afterEdit, bench.reserve(attempt(coach, id, id, start, 10, 0)));
            attempts++;
        } while (attempts < ATTEMPTS
                && last.outcome() instanceof Refused refused
                && refused.reason() == RefusalReason.JUST_CHANGED);
        return last;
    }

    @Test
    void a_coach_who_moves_around_the_world_keeps_every_booking_where_it_is() {
        Schedule coach = bench.open();
        List<Entry> booked = IntStream.range(0, 6)
                .mapToObj(week -> MONDAY.plus(Duration.ofDays(7L * week)))
                .flatMap(border -> Stream.of(-90, -30, 30).map(minutes -> border.plus(Duration.ofMinutes(minutes))))
                .map(start -> attempt(coach, "b" + start, "o", start, 60, 0))
                .map(attempt -> ((Taken) bench.reserve(attempt)).entry())
                .toList();
        assertThat(booked).hasSize(18);
        for (String zone : List.of("America/New_York", "Pacific/Apia", "Europe/Zurich")) {
            Schedule moved = bench.edited(coach, zone, coach.weeklyHours());
            for (Entry entry : booked) {
                Range around = entry.visible().widened(600, 600);
                assertThat(new CalendarWeeks(bench.weeks)
                                .occupancy(moved, around, NOW)
                                .entries())
                        .as("%s after the move to %s", entry.id(), zone)
                        .anyMatch(e -> e.id().equals(entry.id()) && e.visible().equals(entry.visible()));
                for (int shift : List.of(-45, 0, 45)) {
                    Instant start = entry.from().plus(Duration.ofMinutes(shift));
                    String id = zone + entry.id() + shift;
                    assertThat(bench.reserve(attempt(moved, id, "p", start, 60, 0)))
                            .as("%s from %s", id, start)
                            .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                                    .isEqualTo(RefusalReason.OVERLAPS));
                }
            }
            Instant free = MONDAY.plus(Duration.ofHours(zone.length()));
            assertThat(bench.reserve(attempt(moved, "free in " + zone, "p", free, 60, 0)))
                    .isInstanceOf(Taken.class);
        }
    }
}
