package org.coachbook.availability.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coachbook.availability.calendar.Range;
import org.jspecify.annotations.Nullable;

/** The live entries of some weeks, found by time. An entry that two weeks keep is here once. */
public final class Occupancy {
    private final List<Entry> entries;
    private final Map<String, Boolean> going;
    private final Instant now;
    private final Duration longest;

    private Occupancy(List<Entry> entries, Collection<SessionDecision> decisions, Instant now) {
        this.entries = entries;
        this.going = decisions.stream()
                .collect(Collectors.toMap(SessionDecision::session, SessionDecision::going, (one, _) -> one));
        this.now = now;
        this.longest = entries.stream()
                .map(e -> Duration.between(e.occFrom(), e.occTo()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Those of the entries that have not lapsed. */
    public static Occupancy of(Collection<Entry> entries, Instant now) {
        return of(entries, List.of(), now);
    }

    /** The same, and what was decided about sessions that needed a minimum of attendees. */
    static Occupancy of(Collection<Entry> entries, Collection<SessionDecision> decisions, Instant now) {
        Map<String, Entry> live = new LinkedHashMap<>();
        entries.stream().filter(e -> e.live(now)).forEach(e -> live.merge(e.id(), e, Occupancy::home));
        List<Entry> sorted = live.values().stream()
                .sorted(Comparator.comparing(Entry::occFrom))
                .toList();
        return new Occupancy(sorted, decisions, now);
    }

    private static Entry home(Entry one, Entry other) {
        return one.counts() ? one : other;
    }

    /** The entries by their start. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whose entries these are. */
    public Set<String> owners() {
        return entries.stream().map(Entry::owner).collect(Collectors.toUnmodifiableSet());
    }

    /** The entries that the candidate cannot take place beside. */
    public List<Entry> conflicts(Candidate candidate) {
        return near(candidate, entry -> entry.isInTheWayOf(candidate));
    }

    private List<Entry> near(Candidate candidate, Predicate<Entry> matching) {
        List<Entry> found = new ArrayList<>();
        Instant end = candidate.occupied().to();
        for (int i = firstAfter(candidate.occupied().from().minus(longest)); i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!entry.occFrom().isBefore(end)) {
                break;
            }
            if (matching.test(entry)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Whether nothing is in the candidate's way and, where it is a seat, one is left. */
    boolean hasRoomFor(Candidate candidate, Predicate<Entry> exempt) {
        return conflicts(candidate).stream().allMatch(exempt)
                && (candidate.seat() == null
                        || seatsTaken(candidate, exempt) < candidate.seat().capacity());
    }

    /** Whether the candidate, where it is a seat, is in a session that can still be joined. */
    boolean isJoinable(Candidate candidate) {
        Seat seat = candidate.seat();
        if (seat == null) {
            return true;
        }
        Boolean decided = going.get(seat.session());
        return decided == null ? seat.minimum() == null || !seat.minimum().isDue(now) : decided;
    }

    /** How many seats of the candidate's session are taken. */
    public int seatsTaken(Candidate candidate, Predicate<Entry> exempt) {
        return near(candidate, entry -> entry.inSessionOf(candidate) && !exempt.test(entry))
                .size();
    }

    /** How many counting sessions start in the range, of one session type or, for null, of all. */
    int count(Range range, @Nullable String sessionTypeId, Predicate<Entry> exempt) {
        int count = 0;
        Set<String> shared = new HashSet<>();
        for (Entry entry : entries) {
            boolean concerned = sessionTypeId == null || entry.sessionTypeId().equals(sessionTypeId);
            if (entry.counts() && concerned && range.has(entry.from()) && !exempt.test(entry)) {
                count += entry.seat() == null || shared.add(entry.seat().session()) ? 1 : 0;
            }
        }
        return count;
    }

    private int firstAfter(Instant occFrom) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).occFrom().isBefore(occFrom)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
