package org.coachbook.availability.slots;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Rules;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.WeeklyHours;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.Lengths;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/** A random calendar and a range of some hours to search in, often around a change of clocks. */
record SlotCase(
        Schedule schedule,
        SessionType type,
        int minutes,
        List<Entry> busy,
        List<Range> elsewhere,
        Instant now,
        String viewer,
        Range range) {
    /** Every zone there is, each with its own half hours, date lines and changes of clocks. */
    static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private static final List<Integer> STEPS = List.of(5, 10, 15, 20, 30, 45, 50, 60, 240);
    private static final int HOURS = 8;
    /** Since then all zones keep whole minutes. */
    private static final Instant MODERN = Instant.parse("1990-01-01T00:00:00Z");

    private static final int DATE_LINE_HOURS = 20;

    /** Where the coach is busy in no other calendar. */
    SlotCase(
            Schedule schedule,
            SessionType type,
            int minutes,
            List<Entry> busy,
            Instant now,
            String viewer,
            Range range) {
        this(schedule, type, minutes, busy, List.of(), now, viewer, range);
    }

    SlotOracle oracle() {
        return new SlotOracle(schedule, type, minutes, busy, elsewhere, now, viewer);
    }

    static SlotCase random(Random random, ZoneId zone) {
        Instant from = moment(random, zone);
        Range range = new Range(from, from.plus(Duration.ofHours(1 + random.nextInt(HOURS))));
        Caps caps =
                random.nextInt(4) == 0 ? new Caps(1 + random.nextInt(2), 1 + random.nextInt(3), null, null) : Caps.NONE;
        int minutes = 15 + 15 * random.nextInt(8);
        List<WeeklyHours> hours = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            hours.add(hours(random));
        }
        int notice = random.nextInt(3) == 0 ? 0 : random.nextInt(600);
        Schedule schedule = Rules.schedule(
                zone.getId(),
                WeeklyHours.merged(hours),
                entries(random, from),
                notice,
                STEPS.get(random.nextInt(STEPS.size())),
                caps);
        Buffers buffers = new Buffers(5 * random.nextInt(7), 5 * random.nextInt(7));
        Lengths lengths = new Lengths(minutes, 15, 120, 15);
        SessionType type = random.nextInt(3) == 0
                ? Rules.shared(lengths, buffers, 2 + random.nextInt(2))
                : Rules.type(lengths, buffers, Caps.NONE);
        Instant now =
                from.minus(Duration.ofMinutes(random.nextInt(2) == 0 ? random.nextInt(1200) : -random.nextInt(200)));
        List<Entry> busy = busy(random, from, now);
        if (type.settings().capacity().max() > 1) {
            busy.addAll(seats(random, type, minutes, schedule.grid().ceiling(from.plusSeconds(3600)), now));
        }
        return new SlotCase(schedule, type, minutes, busy, elsewhere(random, from), now, "me", range);
    }

    /** Times in external calendars, which may overlap each other, touch and begin at any second. */
    private static List<Range> elsewhere(Random random, Instant near) {
        List<Range> times = new ArrayList<>();
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            Instant from =
                    near.plusSeconds(random.nextBoolean() ? random.nextInt(36_000) - 3600L : 900L * random.nextInt(40));
            times.add(new Range(from, from.plusSeconds(random.nextBoolean() ? 1 + random.nextInt(7200) : 1800)));
        }
        return Ranges.union(times);
    }

    private static Instant moment(Random random, ZoneId zone) {
        Instant any = Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)));
        var change = random.nextBoolean() ? change(random, zone.getRules(), any) : null;
        return change == null ? any : change.getInstant().minus(Duration.ofMinutes(random.nextInt(720)));
    }

    /** The next change of clocks; where a zone ever crossed the date line, now and then that one. */
    private static @Nullable ZoneOffsetTransition change(Random random, ZoneRules rules, Instant after) {
        var crossed = rules.getTransitions().stream()
                .filter(t ->
                        t.getInstant().isAfter(MODERN) && t.getDuration().abs().toHours() >= DATE_LINE_HOURS)
                .findFirst();
        return crossed.isPresent() && random.nextInt(4) == 0 ? crossed.get() : rules.nextTransition(after);
    }

    private static WeeklyHours hours(Random random) {
        int from = 15 * random.nextInt(80);
        int to = random.nextInt(4) == 0 ? 1440 : Math.min(1440, from + 5 + random.nextInt(600));
        return new WeeklyHours(DayOfWeek.of(1 + random.nextInt(7)), from, to, random.nextBoolean());
    }

    private static List<DatedEntry> entries(Random random, Instant near) {
        List<DatedEntry> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            LocalDateTime start = LocalDateTime.ofInstant(near, zone)
                    .plusMinutes(random.nextInt(1800) - 1000L)
                    .withSecond(0);
            boolean repeated = random.nextInt(3) == 0;
            entries.add(new DatedEntry(
                    "e" + i,
                    random.nextInt(3) == 0 ? EntryKind.CLOSURE : EntryKind.OPENING,
                    repeated ? start.minusDays(2) : start,
                    (repeated ? start.minusDays(2) : start).plusMinutes(15 + random.nextInt(700)),
                    zone.getId(),
                    repeated ? "FREQ=DAILY;COUNT=5" : null,
                    repeated && random.nextBoolean() ? List.of(start.toLocalDate()) : List.of(),
                    random.nextInt(3) == 0 ? List.of(random.nextBoolean() ? "type" : "another") : List.of(),
                    random.nextBoolean(),
                    1));
        }
        return entries;
    }

    /** Some seats of one session, each of somebody else. */
    private static List<Entry> seats(Random random, SessionType type, int minutes, Instant start, Instant now) {
        List<Entry> seats = new ArrayList<>();
        for (String owner : List.of("me", "other", "third", "fourth")) {
            if (random.nextBoolean()) {
                boolean held = random.nextBoolean();
                seats.add(Entry.of(
                        "s" + owner,
                        held ? Entry.Kind.HELD : Entry.Kind.CONFIRMED,
                        owner,
                        Candidate.of(type, start, minutes, owner),
                        held ? now.plusSeconds(random.nextInt(600) - 200L) : Entry.NEVER,
                        null));
            }
        }
        return seats;
    }

    private static List<Entry> busy(Random random, Instant near, Instant now) {
        List<Entry> busy = new ArrayList<>();
        Instant at = near.minus(Duration.ofMinutes(300));
        for (int i = random.nextInt(6); i > 0; i--) {
            at = at.plus(Duration.ofMinutes(5L * random.nextInt(40)));
            Instant to = at.plus(Duration.ofMinutes(15 + 5L * random.nextInt(12)));
            boolean held = random.nextInt(3) == 0;
            busy.add(new Entry(
                    "b" + i,
                    held ? Entry.Kind.HELD : Entry.Kind.CONFIRMED,
                    random.nextBoolean() ? "me" : "other",
                    "type",
                    at,
                    to,
                    at.minus(Duration.ofMinutes(5L * random.nextInt(5))),
                    to.plus(Duration.ofMinutes(5L * random.nextInt(5))),
                    true,
                    held ? now.plusSeconds(random.nextInt(600) - 200L) : Entry.NEVER,
                    null,
                    null));
            at = to;
        }
        return busy;
    }
}
