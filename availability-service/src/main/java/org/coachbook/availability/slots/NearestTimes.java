package org.coachbook.availability.slots;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.sharing.SharedReads;
import org.coachbook.availability.slots.FreeTimes.Found;
import org.coachbook.availability.slots.FreeTimes.Wanted;
import org.coachbook.contracts.availability.TimeRange;

/** The free times nearest to one that cannot be had. Who has nothing in the calendar shares the search with others. */
@ApplicationScoped
public class NearestTimes {
    /** How far to look, wider and wider: what is found within a radius is nearer than anything beyond it. */
    private static final List<Duration> RADII =
            List.of(Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(14));

    private static final int MOST = 3;

    /** Where free times are looked for, by nobody in particular. */
    private record Place(Wanted wanted, Instant start) {}

    private final FreeTimes freeTimes;
    private final SharedReads<Place, Found> shared;

    NearestTimes(FreeTimes freeTimes) {
        this.freeTimes = freeTimes;
        this.shared = new SharedReads<>(place -> around(place.wanted(), place.start()));
    }

    /** At most three within 14 days, the nearest first. */
    public List<TimeRange> to(Instant start, Wanted wanted) {
        Found found = shared.get(new Place(wanted.byNobody(), start));
        if (wanted.viewer() != null && found.owners().contains(wanted.viewer())) {
            found = around(wanted, start);
        }
        return found.slots().stream()
                .sorted(Comparator.comparing(
                        slot -> Duration.between(start, slot.start()).abs()))
                .limit(MOST)
                .map(slot -> new TimeRange(slot.start(), slot.end()))
                .toList();
    }

    private Found around(Wanted wanted, Instant start) {
        Found found = within(RADII.getFirst(), wanted, start);
        for (int wider = 1; wider < RADII.size() && found.slots().size() < MOST; wider++) {
            found = within(RADII.get(wider), wanted, start);
        }
        return found;
    }

    private Found within(Duration radius, Wanted wanted, Instant start) {
        return freeTimes.found(wanted, new Range(start.minus(radius), start.plus(radius)));
    }
}
