package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.externalcalendars.ExternalCalendars;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;

/** What coaches have to do by their external calendars, as they were last read. */
@ApplicationScoped
class TimesElsewhere {
    private final ExternalCalendars elsewhere;
    private final CalendarWeeks weeks;

    TimesElsewhere(ExternalCalendars elsewhere, CalendarWeeks weeks) {
        this.elsewhere = elsewhere;
        this.weeks = weeks;
    }

    /** Whether the coach is busy elsewhere then; what came into his calendars after the reservation does not undo it. */
    boolean take(Bookable bookable, String reservationId, Instant start, int minutes) {
        if (!bookable.type().settings().duration().allow(minutes)) {
            return false;
        }
        Range occupied = Candidate.of(bookable.type(), start, minutes, null).occupied();
        return elsewhere.busy(bookable.schedule(), occupied).block(occupied)
                && weeks.entry(bookable.schedule(), reservationId, start) == null;
    }
}
