package org.coachbook.availability.guard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.guard.StandingEntries.Change;

/**
 * What a calendar does, told one step after the other by somebody who has all of it in his hands: too simple to be wrong.
 * An id means the same time whenever it is named, as a reservation's does.
 */
final class CalendarModel {
    /**
     * A time that was taken and not given up.
     *
     * @param weeks where it stands; it is dropped from a week by whoever writes there and sees it expired
     */
    private record Time(Entry entry, Set<String> weeks) {}

    private final Map<String, Time> times = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final int seats;
    private int taken;
    private int openFrom;
    private int openTo = 1440;

    /** @param seats how many people share a session that is shared */
    CalendarModel(int seats) {
        this.seats = seats;
    }

    /** The coach works between these minutes of each day from now on. */
    void edit(int fromMinute, int toMinute) {
        openFrom = fromMinute;
        openTo = toMinute;
    }

    Class<? extends Outcome> reserve(Attempt attempt) {
        String id = attempt.entry().id();
        Time own = times.get(id);
        if (own != null && own.weeks().contains(attempt.homeId())) {
            return Repeated.class;
        }
        if (gone.contains(id) || !isGivenUpThere(attempt) || !isOpen(attempt.entry()) || !isFree(attempt)) {
            return Refused.class;
        }
        if (attempt.givenUp() != null) {
            times.remove(attempt.givenUp().id());
            gone.add(attempt.givenUp().id());
        }
        take(attempt);
        return Taken.class;
    }

    /** All or none. */
    List<Class<? extends Outcome>> reserveAll(List<Attempt> attempts) {
        CalendarModel before = copy();
        List<Class<? extends Outcome>> outcomes = new ArrayList<>();
        attempts.forEach(attempt -> outcomes.add(reserve(attempt)));
        if (!outcomes.stream().allMatch(Taken.class::equals)) {
            become(before);
        }
        return outcomes;
    }

    private boolean isGivenUpThere(Attempt attempt) {
        if (attempt.givenUp() == null) {
            return true;
        }
        Time old = times.get(attempt.givenUp().id());
        return old != null
                && !old.weeks().isEmpty()
                && old.entry().owner().equals(attempt.entry().owner());
    }

    private boolean isOpen(Entry entry) {
        for (Instant at = entry.from(); at.isBefore(entry.to()); at = at.plusSeconds(60)) {
            var label = at.atZone(ZoneId.of("Europe/Zurich"));
            int minute = label.getHour() * 60 + label.getMinute();
            if (minute < openFrom || minute >= openTo) {
                return false;
            }
        }
        return true;
    }

    private boolean isFree(Attempt attempt) {
        Entry wanted = attempt.entry();
        String givenUp = attempt.givenUp() == null ? "" : attempt.givenUp().id();
        List<Entry> live = times.values().stream()
                .filter(time -> attempt.weekIds().stream().anyMatch(time.weeks()::contains))
                .map(Time::entry)
                .filter(e -> e.live(attempt.now()) && !e.id().equals(wanted.id()))
                .filter(e -> !(e.id().equals(givenUp) && e.owner().equals(wanted.owner())))
                .toList();
        Predicate<Entry> shares = e -> isSeatBeside(e, wanted);
        return live.stream()
                        .noneMatch(e -> e.conflictsWith(wanted.visible(), wanted.occupied())
                                && (!shares.test(e) || e.owner().equals(wanted.owner())))
                && (wanted.seat() == null || live.stream().filter(shares).count() < seats);
    }

    private static boolean isSeatBeside(Entry one, Entry other) {
        return one.seat() != null && other.seat() != null && one.from().equals(other.from());
    }

    private void take(Attempt attempt) {
        Entry entry = attempt.entry();
        List<String> written = attempt.weekIds();
        times.values().stream()
                .filter(time -> !time.entry().live(attempt.now()))
                .forEach(time -> written.forEach(time.weeks()::remove));
        times.put(entry.id(), new Time(entry, weeksOf(entry, attempt.homeId())));
        sent(attempt.homeId(), attempt.messages().size());
        taken++;
    }

    private static Set<String> weeksOf(Entry entry, String home) {
        Set<String> weeks = new HashSet<>(Set.of(home));
        if (entry.alsoIn() != null) {
            weeks.add(entry.alsoIn());
        }
        return weeks;
    }

    /**
     * Confirms or extends.
     *
     * @param retake takes the time once more as it is to be, should it not stand everywhere any more
     */
    Change change(Attempt retake) {
        Entry changed = retake.entry();
        Time known = times.get(changed.id());
        if (gone.contains(changed.id())) {
            return Change.GONE;
        }
        if (known != null
                && known.weeks().contains(retake.homeId())
                && known.entry().kind() == Entry.Kind.CONFIRMED) {
            return Change.REPEATED;
        }
        Set<String> all = weeksOf(changed, retake.homeId());
        if (known == null || !(known.weeks().equals(all) || isFree(retake))) {
            release(changed.id(), retake.homeId(), 1);
            return Change.LOST;
        }
        Entry entry = known.entry().with(changed.kind(), later(known.entry().expiresAt(), changed.expiresAt()));
        if (known.weeks().equals(all)) {
            times.put(changed.id(), new Time(entry, all));
            sent(retake.homeId(), 1);
        } else {
            take(Attempt.of(retake.schedule(), Caps.NONE, entry, List.of(), retake.messages(), retake.now()));
        }
        return Change.DONE;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    Change release(String id, String home, int messages) {
        if (!gone.add(id)) {
            return Change.REPEATED;
        }
        times.remove(id);
        sent(home, messages);
        return Change.DONE;
    }

    private void sent(String week, int messages) {
        sequences.merge(week, (long) messages, Long::sum);
    }

    /** What the week shows: each entry with what it is and until when. */
    List<String> shown(String week) {
        return times.values().stream()
                .filter(time -> time.weeks().contains(week))
                .map(time -> shown(time.entry()))
                .toList();
    }

    static String shown(Entry entry) {
        return entry.id() + " " + entry.kind() + " until " + entry.expiresAt();
    }

    /** The ids of times that stand in some week. */
    List<String> standing() {
        return known(time -> !time.weeks().isEmpty());
    }

    /** The ids of times that lapsed, at least where they start or end, and were not taken again. */
    List<String> lapsed() {
        return known(time -> time.weeks().size() < (time.entry().alsoIn() == null ? 1 : 2));
    }

    private List<String> known(Predicate<Time> which) {
        return times.values().stream()
                .filter(which)
                .map(time -> time.entry().id())
                .sorted()
                .toList();
    }

    /** How often a time was taken. */
    int taken() {
        return taken;
    }

    /** How many messages the week has sent. */
    long sent(String week) {
        return sequences.getOrDefault(week, 0L);
    }

    private CalendarModel copy() {
        CalendarModel copy = new CalendarModel(seats);
        copy.become(this);
        return copy;
    }

    private void become(CalendarModel other) {
        times.clear();
        other.times.forEach((id, time) -> times.put(id, new Time(time.entry(), new HashSet<>(time.weeks()))));
        gone.clear();
        gone.addAll(other.gone);
        sequences.clear();
        sequences.putAll(other.sequences);
        taken = other.taken;
    }
}
