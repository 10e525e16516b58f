package org.coachbook.availability.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.externalcalendars.BusyElsewhere;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Fitness;
import org.coachbook.availability.guard.Occupancy;
import org.coachbook.availability.guard.Rules;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.Lengths;
import org.coachbook.availability.sessiontypes.SessionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotSearchTest {
    private static final int CASES = 100_000;
    private static final Instant NOW = Instant.parse("2027-03-20T00:00:00Z");

    @Test
    void finds_what_looking_at_every_minute_finds() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int slots = 0;
        for (int i = 0; i < CASES; i++) {
            SlotCase c = SlotCase.random(random, ZoneId.of(SlotCase.ZONES.get(i % SlotCase.ZONES.size())));
            List<Instant> found =
                    search(c).in(c.range()).stream().map(Slot::start).toList();
            assertThat(found)
                    .as("seed %d, case %d: %s", seed, i, c)
                    .isEqualTo(c.oracle().in(c.range()));
            assertThat(search(c).firstIn(c.range(), 2))
                    .extracting(Slot::start)
                    .as("seed %d, case %d: %s", seed, i, c)
                    .isEqualTo(found.subList(0, Math.min(2, found.size())));
            slots += found.size();
        }
        assertThat(slots).as("the cases are not empty, seed %d", seed).isGreaterThan(CASES);
    }

    @ParameterizedTest(name = "{0}: {2} starts")
    @CsvSource({
        // open 00:00-24:00 local, 60 minutes on a 60-minute grid
        "2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z, 23",
        "2027-10-30T22:00:00Z, 2027-10-31T23:00:00Z, 25",
        "2027-05-09T22:00:00Z, 2027-05-10T22:00:00Z, 24"
    })
    void a_day_has_as_many_starts_as_it_has_hours(Instant from, Instant to, int starts) {
        Schedule schedule = Rules.schedule("Europe/Zurich", Rules.daily(0, 1440), List.of(), 0, 60, Caps.NONE);
        SessionType type = Rules.type(new Lengths(60, 60, 60, 15), new Buffers(0, 0), Caps.NONE);
        var c = new SlotCase(schedule, type, 60, List.of(), from.minusSeconds(86_400), "me", new Range(from, to));
        assertThat(search(c).in(c.range())).hasSize(starts);
    }

    @Test
    void a_session_never_spans_the_gap_between_two_windows() {
        Schedule schedule = Rules.schedule("UTC", Rules.daily(540, 600), List.of(), 0, 15, Caps.NONE);
        SessionType type = Rules.type(new Lengths(90, 90, 90, 15), new Buffers(0, 0), Caps.NONE);
        var c = new SlotCase(schedule, type, 90, List.of(), NOW, "me", new Range(NOW, NOW.plusSeconds(864_000)));
        assertThat(search(c).in(c.range())).isEmpty();
    }

    @Test
    void an_own_hold_is_shown_and_its_time_offered_to_its_owner_alone() {
        Schedule schedule = Rules.schedule("UTC", Rules.daily(540, 660), List.of(), 0, 60, Caps.NONE);
        SessionType type = Rules.type(new Lengths(60, 60, 60, 15), new Buffers(0, 0), Caps.NONE);
        Instant nine = NOW.plusSeconds(9 * 3600);
        Instant ten = NOW.plusSeconds(10 * 3600);
        Entry hold = new Entry(
                "h", Entry.Kind.HELD, "me", "type", nine, ten, nine, ten, true, ten.plusSeconds(60), null, null);
        var range = new Range(NOW, NOW.plusSeconds(86_400));
        var mine = search(new SlotCase(schedule, type, 60, List.of(hold), NOW, "me", range))
                .in(range);
        var others = search(new SlotCase(schedule, type, 60, List.of(hold), NOW, "other", range))
                .in(range);
        assertThat(mine)
                .containsExactly(new Slot(nine, ten, true, null), new Slot(ten, ten.plusSeconds(3600), null, null));
        assertThat(others).containsExactly(new Slot(ten, ten.plusSeconds(3600), null, null));
    }

    @Test
    void a_session_that_was_joined_shows_the_seats_that_are_left_and_blocks_what_overlaps_it() {
        Schedule schedule = Rules.schedule("UTC", Rules.daily(540, 660), List.of(), 0, 30, Caps.NONE);
        SessionType type = Rules.shared(new Lengths(60, 60, 60, 15), 3);
        Instant nine = NOW.plusSeconds(9 * 3600);
        Instant ten = NOW.plusSeconds(10 * 3600);
        List<Entry> seats = List.of(seat(type, "a", "me", nine), seat(type, "b", "other", nine));
        var range = new Range(NOW, NOW.plusSeconds(86_400));
        assertThat(search(new SlotCase(schedule, type, 60, seats, NOW, "third", range))
                        .in(range))
                .containsExactly(new Slot(nine, ten, null, 1), new Slot(ten, ten.plusSeconds(3600), null, null));
        assertThat(search(new SlotCase(schedule, type, 60, seats, NOW, "me", range))
                        .in(range))
                .as("held by the viewer")
                .containsExactly(new Slot(nine, ten, true, 2), new Slot(ten, ten.plusSeconds(3600), null, null));
    }

    private static Entry seat(SessionType type, String id, String owner, Instant start) {
        Candidate wanted = Candidate.of(type, start, 60, owner);
        return Entry.of(id, Entry.Kind.HELD, owner, wanted, start.plusSeconds(60), null);
    }

    private static SlotSearch search(SlotCase c) {
        var buffers = c.type().settings().buffers();
        var open = Ranges.minus(
                OpenTimes.of(c.schedule(), c.type().id(), c.range()).open(),
                new BusyElsewhere(c.elsewhere(), true).closing(buffers.beforeMinutes(), buffers.afterMinutes()));
        var fitness = new Fitness(
                open,
                Occupancy.of(c.busy(), c.now()),
                Caps.of(c.schedule(), c.type()),
                c.schedule().localWeeks());
        var rules = StartRules.of(c.schedule(), c.type(), c.now());
        return new SlotSearch(rules, fitness, c.type(), c.minutes(), c.viewer());
    }
}
