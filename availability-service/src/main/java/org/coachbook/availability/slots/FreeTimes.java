package org.coachbook.availability.slots;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Fitness;
import org.coachbook.availability.guard.Occupancy;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.contracts.availability.TimeRange;
import org.jspecify.annotations.Nullable;

/** Searches free times in the calendar as it is now; one indexed query for the weeks that are needed. */
@ApplicationScoped
public class FreeTimes {
    private static final Duration CHUNK = Duration.ofDays(28);
    /** How far to look, wider and wider: what is found within a radius is nearer than anything beyond it. */
    private static final List<Duration> NEAR =
            List.of(Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(14));

    private static final int NEAREST = 3;
    private static final int LONGEST_BUFFERS_MINUTES = 24 * 60;

    private final CalendarWeeks weeks;
    private final Clock clock;

    FreeTimes(CalendarWeeks weeks, Clock clock) {
        this.weeks = weeks;
        this.clock = clock;
    }

    /**
     * What is searched for.
     *
     * @param minutes an allowed length of the session type
     * @param viewer whose own holds give way; null for nobody
     */
    public record Wanted(
            Schedule schedule,
            SessionType type,
            int minutes,
            @Nullable String viewer) {}

    /** The free times that start in the range. */
    public List<Slot> in(Wanted wanted, Range range) {
        Instant now = clock.instant();
        StartRules rules = StartRules.of(wanted.schedule(), wanted.type(), now);
        return bookable(rules, range)
                .map(part -> search(wanted, rules, part, now).in(part))
                .orElse(List.of());
    }

    /** The first free time at or after {@code from}, as far as the booking window reaches. */
    public Optional<Slot> next(Wanted wanted, Instant from) {
        StartRules rules = StartRules.of(wanted.schedule(), wanted.type(), clock.instant());
        Instant at = from.isAfter(rules.earliest()) ? from : rules.earliest();
        for (; at.isBefore(rules.windowCloses()); at = at.plus(CHUNK)) {
            List<Slot> found = in(wanted, new Range(at, at.plus(CHUNK)));
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
        }
        return Optional.empty();
    }

    /** The free times nearest to {@code start}, at most three within 14 days, the nearest first. */
    public List<TimeRange> nearest(Wanted wanted, Instant start) {
        List<Slot> found = List.of();
        for (Duration radius : NEAR) {
            found = in(wanted, new Range(start.minus(radius), start.plus(radius)));
            if (found.size() >= NEAREST) {
                break;
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(
                        slot -> Duration.between(start, slot.start()).abs()))
                .limit(NEAREST)
                .map(slot -> new TimeRange(slot.start(), slot.end()))
                .toList();
    }

    private static Optional<Range> bookable(StartRules rules, Range range) {
        Instant from = rules.earliest().isAfter(range.from()) ? rules.earliest() : range.from();
        Instant to = rules.windowCloses().isBefore(range.to()) ? rules.windowCloses() : range.to();
        return from.isBefore(to) ? Optional.of(new Range(from, to)) : Optional.empty();
    }

    private SlotSearch search(Wanted wanted, StartRules rules, Range part, Instant now) {
        Schedule schedule = wanted.schedule();
        Caps caps = Caps.of(schedule, wanted.type());
        var taken = weeks.entries(schedule, needed(schedule, caps, part));
        var open = OpenTimes.of(schedule, wanted.type().id(), part).open();
        var fitness = new Fitness(open, Occupancy.of(taken, now), caps, schedule.localWeeks());
        return new SlotSearch(rules, fitness, wanted.type(), wanted.minutes(), wanted.viewer());
    }

    /** Where entries matter: around the range, and in the whole weeks whose sessions are counted. */
    private static Range needed(Schedule schedule, Caps caps, Range part) {
        Range around = part.widened(LONGEST_BUFFERS_MINUTES, 2 * LONGEST_BUFFERS_MINUTES);
        if (caps.equals(Caps.NONE)) {
            return around;
        }
        WeekGrid local = schedule.localWeeks();
        return new Range(
                local.of(around.from()).range().from(),
                local.of(around.to()).range().to());
    }
}
