package org.coachbook.availability.externalcalendars;

import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;

/**
 * When a coach is busy by his external calendars.
 *
 * @param times as they were last read; a set of ranges
 * @param checked whether they can be relied on
 */
public record BusyElsewhere(List<Range> times, boolean checked) {
    /**
     * Ends a request that must not be answered by times nobody knows any more.
     *
     * @throws ProblemException 503
     */
    public BusyElsewhere requireChecked() {
        if (!checked) {
            throw notChecked().asException();
        }
        return this;
    }

    /** Whether a session with its buffers cannot take place beside them. */
    public boolean block(Range occupied) {
        return times.stream().anyMatch(occupied::overlaps);
    }

    /** When no session can take place beside them, with such buffers around it; a set of ranges. */
    public List<Range> closing(int beforeMinutes, int afterMinutes) {
        return Ranges.union(times.stream()
                .map(busy -> busy.widened(afterMinutes, beforeMinutes))
                .toList());
    }

    /** 503: a list without busy times that are not known would be a promise that cannot be kept. */
    public static Problem notChecked() {
        return Problem.of(503, "calendar-not-checked", "The calendar could not be checked; try again in a moment.");
    }
}
