package org.coachbook.availability.slots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.SlotGrid;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Fitness;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * Finds free times. A pure function of the rules, what is open, what is taken, the time of now and who looks.
 *
 * @param minutes an allowed length of the session type
 * @param viewer the id of who looks, whose own holds give way; null for nobody
 */
public record SlotSearch(
        StartRules rules,
        Fitness fitness,
        SessionType type,
        int minutes,
        @Nullable String viewer) {
    private static final int SECOND = 1;

    /** The free times that start in the range, earliest first. */
    public List<Slot> in(Range range) {
        return firstIn(range, Integer.MAX_VALUE);
    }

    /** The first of them. */
    List<Slot> firstIn(Range range, int most) {
        List<Slot> found = new ArrayList<>();
        for (Range window : fitness.open()) {
            if (window.overlaps(range)) {
                addFrom(found, window, range, most);
            }
        }
        return List.copyOf(found);
    }

    private void addFrom(List<Slot> found, Range window, Range range, int most) {
        SlotGrid grid = rules.grid();
        Instant last = window.to().minusSeconds(minutes * 60L);
        Instant start = grid.ceiling(latest(window.from(), range.from(), rules.earliest(), rules.windowOpens()));
        while (found.size() < most && !start.isAfter(last) && start.isBefore(range.to()) && rules.bookable(start)) {
            addIfFree(found, start);
            start = grid.ceiling(start.plusSeconds(SECOND));
        }
    }

    private void addIfFree(List<Slot> found, Instant start) {
        Candidate candidate = Candidate.of(type, start, minutes, viewer);
        if (fitness.refusal(candidate, e -> givesWay(e, candidate)) == null) {
            Boolean held = heldByViewer(candidate) ? true : null;
            found.add(new Slot(start, candidate.visible().to(), held, seatsLeft(candidate)));
        }
    }

    /** How many seats the session has left, the viewer's own hold not counted; null where nobody else has joined one. */
    private @Nullable Integer seatsLeft(Candidate candidate) {
        if (candidate.seat() == null) {
            return null;
        }
        int taken = fitness.occupancy().seatsTaken(candidate, e -> e.heldBy(viewer));
        return taken == 0 ? null : candidate.seat().capacity() - taken;
    }

    private boolean givesWay(Entry entry, Candidate candidate) {
        return entry.heldBy(viewer) && entry.conflictsWith(candidate.visible(), candidate.occupied());
    }

    private boolean heldByViewer(Candidate candidate) {
        return viewer != null
                && fitness.occupancy().conflicts(candidate).stream()
                        .anyMatch(e -> e.heldBy(viewer) && e.visible().equals(candidate.visible()));
    }

    private static Instant latest(Instant first, Instant... others) {
        Instant latest = first;
        for (Instant other : others) {
            latest = other.isAfter(latest) ? other : latest;
        }
        return latest;
    }
}
