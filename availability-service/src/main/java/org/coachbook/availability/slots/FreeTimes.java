package org.coachbook.availability.slots;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.availability.externalcalendars.BusyElsewhere;
import org.coachbook.availability.externalcalendars.ExternalCalendars;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Fitness;
import org.coachbook.availability.guard.Occupancy;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/** Searches free times in the calendar as it is now; one indexed query for the weeks that are needed. */
@ApplicationScoped
public class FreeTimes {
    private static final Duration CHUNK = Duration.ofDays(28);
    private static final int LONGEST_BUFFERS_MINUTES = 24 * 60;

    private final CalendarWeeks weeks;
    private final ExternalCalendars elsewhere;
    private final Clock clock;

    FreeTimes(CalendarWeeks weeks, ExternalCalendars elsewhere, Clock clock) {
        this.weeks = weeks;
        this.elsewhere = elsewhere;
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
            @Nullable String viewer) {
        Wanted byNobody() {
            return new Wanted(schedule, type, minutes, null);
        }
    }

    /**
     * What was found.
     *
     * @param owners whose entries lie in or around the range; for everybody else the same times are free
     */
    record Found(List<Slot> slots, Set<String> owners) {
        private static final Found NOTHING = new Found(List.of(), Set.of());
    }

    /** The free times that start in the range, as far as is known. */
    public List<Slot> in(Wanted wanted, Range range) {
        return found(wanted, range).slots();
    }

    Found found(Wanted wanted, Range range) {
        return in(List.of(wanted), range, Integer.MAX_VALUE, UnaryOperator.identity());
    }

    /**
     * The free times of all that is wanted of one schedule, earliest first, each naming what it is free for. The calendar
     * is read once. Ends the request while some external calendar cannot be relied on.
     */
    List<Slot> promised(List<Wanted> wanted, Range range) {
        return promised(wanted, range, Integer.MAX_VALUE);
    }

    /** The first of them alone: so many of each thing that is wanted. */
    private List<Slot> promised(List<Wanted> wanted, Range range, int most) {
        return in(wanted, range, most, BusyElsewhere::requireChecked).slots();
    }

    private Found in(List<Wanted> wanted, Range range, int most, UnaryOperator<BusyElsewhere> check) {
        Instant now = clock.instant();
        List<Part> parts =
                wanted.stream().flatMap(w -> Part.of(w, range, now).stream()).toList();
        if (parts.isEmpty()) {
            return Found.NOTHING;
        }
        Schedule schedule = parts.getFirst().schedule();
        Range needed = needed(parts);
        Occupancy taken = weeks.occupancy(schedule, needed, now);
        BusyElsewhere busyElsewhere = check.apply(elsewhere.busy(schedule, needed));
        List<Slot> slots = parts.stream()
                .flatMap(part -> part.found(taken, busyElsewhere, most))
                .sorted(Comparator.comparing(Slot::start))
                .toList();
        return new Found(slots, taken.owners());
    }

    /**
     * The first free time of any of them at or after {@code from}, as far as the booking window of their schedule reaches.
     */
    Optional<Slot> next(List<Wanted> wanted, Instant from) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Wanted any = wanted.getFirst();
        StartRules rules = StartRules.of(any.schedule(), any.type(), clock.instant());
        Instant at = Collections.max(List.of(from, rules.earliest(), rules.windowOpens()));
        for (; at.isBefore(rules.windowCloses()); at = at.plus(CHUNK)) {
            List<Slot> found = promised(wanted, new Range(at, at.plus(CHUNK)), 1);
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
        }
        return Optional.empty();
    }

    /** Where entries matter for all of them. */
    private static Range needed(List<Part> parts) {
        List<Range> each = parts.stream().map(Part::needed).toList();
        return new Range(
                Collections.min(each.stream().map(Range::from).toList()),
                Collections.max(each.stream().map(Range::to).toList()));
    }

    /** The part of a range in which one of the wanted sessions may start. */
    private record Part(Wanted wanted, StartRules rules, Caps caps, Range range) {
        static Optional<Part> of(Wanted wanted, Range range, Instant now) {
            StartRules rules = StartRules.of(wanted.schedule(), wanted.type(), now);
            Instant from = rules.earliest().isAfter(range.from()) ? rules.earliest() : range.from();
            Instant to = rules.windowCloses().isBefore(range.to()) ? rules.windowCloses() : range.to();
            Caps caps = Caps.of(wanted.schedule(), wanted.type());
            return from.isBefore(to)
                    ? Optional.of(new Part(wanted, rules, caps, new Range(from, to)))
                    : Optional.empty();
        }

        Schedule schedule() {
            return wanted.schedule();
        }

        Stream<Slot> found(Occupancy taken, BusyElsewhere busyElsewhere, int most) {
            Buffers buffers = wanted.type().settings().buffers();
            var open = Ranges.minus(
                    OpenTimes.of(schedule(), wanted.type().id(), range).open(),
                    busyElsewhere.closing(buffers.beforeMinutes(), buffers.afterMinutes()));
            var fitness = new Fitness(open, taken, caps, schedule().localWeeks());
            var search = new SlotSearch(rules, fitness, wanted.type(), wanted.minutes(), wanted.viewer());
            return search.firstIn(range, most).stream().map(slot -> slot.named(wanted));
        }

        /** Where entries matter: around the range, and in the whole weeks whose sessions are counted. */
        Range needed() {
            Range around = range.widened(LONGEST_BUFFERS_MINUTES, 2 * LONGEST_BUFFERS_MINUTES);
            if (caps.equals(Caps.NONE)) {
                return around;
            }
            WeekGrid local = schedule().localWeeks();
            return new Range(
                    local.of(around.from()).range().from(),
                    local.of(around.to()).range().to());
        }
    }
}
