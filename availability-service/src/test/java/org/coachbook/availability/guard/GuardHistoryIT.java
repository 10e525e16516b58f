package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.message;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.availability.schedules.Schedule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random histories around the border of two weeks, with clocks that are up to 20 minutes wrong, beside a model that is too
 * simple to be wrong.
 */
@Stack
class GuardHistoryIT {
    private static final int HISTORIES = 3;
    private static final int STEPS = 800;
    private static final int SECONDS_A_STEP = 10;
    private static final int SKEW_SECONDS = 1200;
    /** Bookings that something is asked about at the same time, and after how many steps there is another one. */
    private static final int BOOKINGS = 24;

    private static final int STEPS_A_BOOKING = 6;
    private static final int ATTEMPTS = 5;
    private static final int SEATS = 3;
    private static final int BUFFER = 10;
    /** Sunday before the border, Monday after it. */
    private static final List<Instant> WEEKS = List.of(MONDAY.minusSeconds(60), MONDAY);
    /** Opening hours in minutes of each day: any time, not in the first hours, not in the last ones. */
    private static final List<List<Integer>> HOURS = List.of(List.of(0, 1440), List.of(90, 1440), List.of(0, 1350));

    @Inject
    GuardBench bench;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final CalendarModel model = new CalendarModel(SEATS);
    /** What each id asks for, whenever it does. */
    private final Map<String, Wanted> wanted = new HashMap<>();

    private Schedule coach = Rules.schedule("UTC", List.of(), List.of(), 0, 15, Caps.NONE);
    /** As somebody may have read it who comes late. */
    private Schedule before = coach;

    private record Wanted(Range time, boolean shared) {}

    @BeforeEach
    void a_coach_with_two_weeks() {
        coach = bench.open();
        before = coach;
        WEEKS.forEach(week -> bench.standing.release(coach, "built", week, _ -> List.of()));
    }

    @RepeatedTest(HISTORIES)
    void the_calendar_does_what_the_model_does() {
        for (int step = 0; step < STEPS; step++) {
            String what = "seed %d, step %d, ".formatted(seed, step);
            long seconds = (long) step * SECONDS_A_STEP + random.nextInt(2 * SKEW_SECONDS) - SKEW_SECONDS;
            what += act(step, NOW.plusSeconds(seconds), what);
            for (Instant week : WEEKS) {
                CalendarWeek shown = bench.week(coach, week);
                assertThat(shown.busy().stream().map(CalendarModel::shown))
                        .as(what)
                        .containsExactlyInAnyOrderElementsOf(model.shown(shown.id()));
                assertThat(shown.sequence()).as("gapless, %s", what).isEqualTo(1 + model.sent(shown.id()));
            }
        }
        assertThat(model.taken()).as("times taken, seed %d", seed).isGreaterThan(STEPS / 10);
    }

    /** Does something in the calendar and in the model, mostly to a time that stands or has lapsed; says what. */
    private String act(int step, Instant now, String what) {
        String any = "b" + (step / STEPS_A_BOOKING + random.nextInt(BOOKINGS)) + ":" + (1 + random.nextInt(ATTEMPTS));
        List<String> known = random.nextInt(4) == 0 ? model.lapsed() : model.standing();
        String id = known.isEmpty() || random.nextInt(6) == 0 ? any : known.get(random.nextInt(known.size()));
        return switch (random.nextInt(20)) {
            case 0 -> edit();
            case 1, 2 -> change(id, Kind.CONFIRMED, Entry.NEVER, now, what);
            case 3, 4, 5 -> change(id, Kind.RESERVED, now.plusSeconds(random.nextInt(2400)), now, what);
            case 6, 7, 8 -> release(id, now, what);
            case 9, 10, 11 -> move(id, now, what);
            case 12 -> offer(id, now, what);
            default -> reserve(any, now, what);
        };
    }

    private String edit() {
        List<Integer> hours = HOURS.get(random.nextInt(HOURS.size()));
        before = coach;
        coach = bench.edited(coach, "Europe/Zurich", Rules.daily(hours.getFirst(), hours.getLast()));
        model.edit(hours.getFirst(), hours.getLast());
        return "hours " + hours;
    }

    private String reserve(String id, Instant now, String what) {
        Attempt attempt = attempt(id, Kind.RESERVED, now);
        Outcome outcome = bench.reserve(attempt);
        assertThat(outcome).as("%s reserve %s", what, attempt.entry()).isInstanceOf(model.reserve(attempt));
        return "reserve " + id + ": " + outcome;
    }

    private String move(String old, Instant now, String what) {
        Attempt attempt = attempt(after(old), Kind.CONFIRMED, now).inExchangeFor(givenUp(old));
        Outcome outcome = bench.reserve(attempt);
        assertThat(outcome).as("%s move %s to %s", what, old, attempt.entry()).isInstanceOf(model.reserve(attempt));
        return "move " + old + ": " + outcome;
    }

    /** Offers the booking's other times instead of one that it has. */
    private String offer(String old, Instant now, String what) {
        Attempt first = offered(after(old), now).inExchangeFor(givenUp(old));
        Attempt second = offered(after(after(old)), now);
        List<Outcome> outcomes = bench.guard.reserveAll(
                random.nextBoolean() ? coach : before,
                current -> List.of(GuardBench.under(current, first), GuardBench.under(current, second)));
        assertThat(outcomes.stream().<Class<?>>map(Object::getClass))
                .as("%s offer %s and %s instead of %s", what, first.entry(), second.entry(), old)
                .isEqualTo(model.reserveAll(List.of(first, second)));
        return "offer instead of " + old + ": " + outcomes;
    }

    /** The booking's next attempt, of a few that it has. */
    private static String after(String id) {
        int colon = id.indexOf(':') + 1;
        return id.substring(0, colon) + (1 + Integer.parseInt(id.substring(colon)) % ATTEMPTS);
    }

    private String change(String id, Kind kind, Instant until, Instant now, String what) {
        Attempt changed = attempt(id, kind, now);
        Attempt retake =
                Attempt.of(coach, Caps.NONE, changed.entry().with(kind, until), List.of(), changed.messages(), now);
        StandingEntries standing = bench.standingAt(now);
        Instant start = changed.entry().from();
        var done = message(coach, id + ":done");
        var lost = message(coach, id + ":lost");
        var change = kind == Kind.CONFIRMED
                ? standing.confirm(coach, id, start, _ -> done, lost)
                : standing.extend(coach, id, start, until, done, lost);
        assertThat(change.change()).as("%s make %s %s", what, id, kind).isEqualTo(model.change(retake));
        return "make " + id + " " + kind + ": " + change.change();
    }

    private String release(String id, Instant now, String what) {
        Instant start = wanted(id).time().from();
        var messages = List.of(message(coach, id + ":released"));
        var changed = bench.standingAt(now).release(coach, id, start, _ -> messages);
        assertThat(changed.change())
                .as("%s release %s", what, id)
                .isEqualTo(model.release(id, GuardBench.weekId(coach, start), 1));
        return "release " + id;
    }

    private Attempt offered(String id, Instant now) {
        Attempt plain = attempt(id, Kind.OFFERED, now);
        return Attempt.of(plain.schedule(), Caps.NONE, plain.entry().offered(), List.of(), plain.messages(), now);
    }

    private Attempt.GivenUp givenUp(String id) {
        return new Attempt.GivenUp(id, wanted(id).time().widened(BUFFER, BUFFER));
    }

    /** An attempt of somebody who may have read the schedule before it was edited. */
    private Attempt attempt(String id, Kind kind, Instant now) {
        Wanted what = wanted(id);
        Schedule read = random.nextBoolean() ? coach : before;
        String owner = "o" + Math.floorMod(id.substring(0, id.indexOf(':')).hashCode(), 12);
        Attempt plain = GuardBench.attempt(read, id, owner, what.time(), BUFFER, Caps.NONE, now);
        Attempt alone = Attempt.of(
                read,
                Caps.NONE,
                plain.entry()
                        .with(
                                kind,
                                kind == Kind.CONFIRMED
                                        ? Entry.NEVER
                                        : plain.entry().expiresAt()),
                List.of(),
                plain.messages(),
                now);
        return what.shared() ? GuardBench.seat(alone, SEATS) : alone;
    }

    /** A time for one person alone, or a seat in one of a few sessions; some reach over the border of the weeks. */
    private Wanted wanted(String id) {
        return wanted.computeIfAbsent(id, _ -> {
            boolean shared = random.nextInt(3) == 0;
            long minutes = shared ? 90L * (random.nextInt(5) - 2) - 30 : 15L * (random.nextInt(32) - 16);
            return new Wanted(Range.ofMinutes(MONDAY.plus(Duration.ofMinutes(minutes)), 60), shared);
        });
    }
}
