package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.externalcalendars.BusyElsewhere;
import org.coachbook.availability.externalcalendars.ExternalCalendars;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Entry;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Whether external calendars, as they were last read, let a time be taken. */
@ApplicationScoped
class TimesElsewhere {
    private final ExternalCalendars elsewhere;
    private final CalendarWeeks weeks;
    private final Clock clock;

    TimesElsewhere(ExternalCalendars elsewhere, CalendarWeeks weeks, Clock clock) {
        this.elsewhere = elsewhere;
        this.weeks = weeks;
        this.clock = clock;
    }

    /**
     * Why the time cannot be had, or null. What has come into the calendars since the reservation does not undo it, and
     * what is held was seen to be free when it was.
     *
     * @param hold of the same time, which the reservation takes over
     */
    @Nullable
    RefusalReason refusal(Bookable bookable, String reservationId, @Nullable String hold, Instant start, int minutes) {
        if (!bookable.type().settings().duration().allow(minutes)) {
            return null;
        }
        Range occupied = Candidate.of(bookable.type(), start, minutes, null).occupied();
        RefusalReason reason = refusal(bookable, hold, occupied, start);
        boolean stands = reason != null && weeks.entry(bookable.schedule(), reservationId, start) != null;
        return stands ? null : reason;
    }

    private @Nullable RefusalReason refusal(Bookable bookable, @Nullable String hold, Range occupied, Instant start) {
        BusyElsewhere busy = elsewhere.busy(bookable.schedule(), occupied);
        if (!busy.checked() && (hold == null || !isHeld(bookable, hold, occupied, start))) {
            return RefusalReason.CALENDAR_NOT_CHECKED;
        }
        return busy.block(occupied) ? RefusalReason.OVERLAPS : null;
    }

    private boolean isHeld(Bookable bookable, String hold, Range occupied, Instant start) {
        Entry entry = weeks.entry(bookable.schedule(), hold, start);
        return entry != null
                && entry.heldBy(bookable.client().userId())
                && entry.live(clock.instant())
                && entry.occupied().equals(occupied);
    }
}
