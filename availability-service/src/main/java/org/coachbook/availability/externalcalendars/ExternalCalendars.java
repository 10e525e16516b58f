package org.coachbook.availability.externalcalendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.calendar.WeekGrid.Week;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sharing.SharedReads;

/** The busy times of external calendars, for the other features. */
@ApplicationScoped
public class ExternalCalendars {
    private final ExternalCalendarRepository calendars;
    private final Clock clock;
    private final SharedReads<Asked, List<CalendarPart>> parts;

    private record Asked(String coachId, List<String> weeks) {}

    ExternalCalendars(ExternalCalendarRepository calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
        this.parts = new SharedReads<>(asked -> calendars.parts(asked.coachId(), asked.weeks()));
    }

    /** Has them read anew for a coach who has moved to another zone; until then they are not checked. */
    public void readAgain(String coachId) {
        calendars.readAgain(coachId, clock.instant());
    }

    /** The busy times that touch the range. */
    public BusyElsewhere busy(Schedule schedule, Range range) {
        List<String> names =
                CalendarReader.WEEKS.touchedBy(range).stream().map(Week::name).toList();
        Instant now = clock.instant();
        List<CalendarPart> read = parts.get(new Asked(schedule.coachId(), names));
        List<Range> times = read.stream()
                .flatMap(part -> part.weeks() == null ? Stream.empty() : part.weeks().values().stream())
                .flatMap(Collection::stream)
                .filter(range::overlaps)
                .toList();
        return new BusyElsewhere(Ranges.union(times), read.stream().allMatch(part -> part.checked(schedule, now)));
    }
}
