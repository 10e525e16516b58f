package org.coachbook.availability.reservations;

import java.time.Instant;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Whether a client may have a session at all at some time, whatever else is in the calendar. Pure. */
record Admission(SessionType type, Viewer client, Instant now) {
    static Admission of(Bookable bookable, Instant now) {
        return new Admission(bookable.type(), bookable.client(), now);
    }

    /** Why not, or null. */
    @Nullable
    RefusalReason refusal(Schedule schedule, Instant start, int minutes) {
        if (!client.maySee(schedule.calendarVisibility())) {
            return RefusalReason.UNKNOWN_SESSION_TYPE;
        }
        return switch (StartRules.of(schedule, type, now).wrong(start, minutes)) {
            case null -> null;
            case DURATION, OFF_GRID -> RefusalReason.OUTSIDE_AVAILABILITY;
            case PAST, TOO_SOON -> RefusalReason.TOO_SOON;
            case OUTSIDE_WINDOW -> RefusalReason.NOT_YET_BOOKABLE;
        };
    }

    /** Firm only where the whole session lies in times opened for instant booking. */
    BookingMode mode(Schedule schedule, Candidate wanted) {
        Instant start = wanted.visible().from();
        var instant = OpenTimes.of(schedule, type.id(), wanted.visible()).instant();
        return type.settings()
                .bookingRules()
                .mode(start, now, client.isConnected(), Ranges.cover(instant, wanted.visible()));
    }
}
