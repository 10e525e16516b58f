package org.coachbook.availability.externalcalendars;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.schedules.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Some weeks of a calendar, and how far they can be relied on.
 *
 * @param zone in which whole days were taken; a coach who has moved since has other days
 */
public record CalendarPart(
        Instant checkedAt,
        Instant coveredUntil,
        String zone,
        @Nullable Map<String, List<Range>> weeks) {
    boolean checked(Schedule schedule, Instant now) {
        return checkedAt.isAfter(now.minus(ExternalCalendar.TRUSTED))
                && zone.equals(schedule.timeZone())
                && !coveredUntil.isBefore(Horizon.needed(schedule, now));
    }
}
