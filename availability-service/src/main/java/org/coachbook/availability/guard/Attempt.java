package org.coachbook.availability.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.availability.calendar.WeekGrid.Week;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to take a time.
 *
 * @param schedule the rules it was checked by; the write insists on this version
 * @param entry what is to stand in the calendar
 * @param ownHolds holds of the same owner that give way
 * @param givenUp a taken time that the same write gives up; null where there is none
 * @param messages what the write announces, in this order; their sequences are set by the write
 */
public record Attempt(
        Schedule schedule,
        Caps caps,
        Entry entry,
        List<OwnHold> ownHolds,
        @Nullable GivenUp givenUp,
        List<OutboxMessage> messages,
        Instant now)
        implements Planned {
    /** A hold that gives way; {@code occupied} may be unknown, then only weeks of the new time are looked at. */
    public record OwnHold(String id, List<Range> occupied) {}

    /** A time of the same owner that is exchanged for the new one; nothing is taken unless it stands. */
    public record GivenUp(String id, Range occupied) {}

    /** An attempt whose entry knows the second week it reaches into. */
    public static Attempt of(
            Schedule schedule,
            Caps caps,
            Entry entry,
            List<OwnHold> ownHolds,
            List<OutboxMessage> messages,
            Instant now) {
        WeekGrid grid = schedule.weeks();
        String home = grid.of(entry.from()).name();
        String other = grid.touchedBy(entry.occupied()).stream()
                .map(Week::name)
                .filter(name -> !name.equals(home))
                .map(name -> weekId(schedule.coachId(), name))
                .findFirst()
                .orElse(null);
        return new Attempt(schedule, caps, entry.reachingInto(other), ownHolds, null, messages, now);
    }

    /** The same in exchange for this time. */
    public Attempt inExchangeFor(GivenUp time) {
        return new Attempt(schedule, caps, entry, ownHolds, time, messages, now);
    }

    static String weekId(String coachId, String week) {
        return coachId + ":" + week;
    }

    String homeId() {
        return weekId(schedule.coachId(), schedule.weeks().of(entry.from()).name());
    }

    /** The weeks that have to agree, earliest first: where the time, its caps and the own holds lie. */
    List<Week> weeks() {
        WeekGrid grid = schedule.weeks();
        WeekGrid local = schedule.localWeeks();
        List<Range> touched = new ArrayList<>(List.of(entry.occupied()));
        if (caps.daily()) {
            touched.add(local.day(entry.from()));
        }
        if (caps.weekly()) {
            touched.add(local.of(entry.from()).range());
        }
        ownHolds.forEach(hold -> touched.addAll(hold.occupied()));
        if (givenUp != null) {
            touched.add(givenUp.occupied());
        }
        TreeMap<Instant, Week> weeks = new TreeMap<>();
        Stream<Week> all = touched.stream().flatMap(r -> grid.touchedBy(r).stream());
        all.forEach(week -> weeks.put(week.range().from(), week));
        return List.copyOf(weeks.values());
    }

    /** The same ones by their documents' ids. */
    List<String> weekIds() {
        return weeks().stream()
                .map(week -> weekId(schedule.coachId(), week.name()))
                .toList();
    }

    /** The entries of the same owner that are gone when the time is taken. */
    List<String> replacedIds() {
        Stream<String> exchanged = givenUp == null ? Stream.empty() : Stream.of(givenUp.id());
        return Stream.concat(ownHolds.stream().map(OwnHold::id), exchanged).toList();
    }

    /** Whether caps do not count this entry: it goes when the time is chosen. */
    boolean isUncounted(Entry other) {
        return other.id().equals(entry.besides());
    }

    /**
     * Whether this entry is not in the way: it gives way, or it is what the attempt would replace, which is no reason to
     * take the same time, or what a second week kept of this very time when the first one had dropped it.
     */
    boolean exempts(Entry other) {
        boolean same = other.id().equals(entry.id());
        boolean replaceable = isUncounted(other) && !other.from().equals(entry.from());
        return other.owner().equals(entry.owner())
                && (same || replaceable || replacedIds().contains(other.id()));
    }
}
