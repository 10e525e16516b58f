package org.coachbook.availability.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** ISO weeks, Monday to Sunday, of one zone. */
public record WeekGrid(ZoneId zone) {
    /** One week. */
    public record Week(LocalDate monday, Range range) {
        /** The ISO name, {@code 2027-W09}. */
        public String name() {
            int week = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return monday.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
        }
    }

    /** The week in which the instant lies. */
    public Week of(Instant at) {
        return week(at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The weeks that the range touches, earliest first. */
    public List<Week> touchedBy(Range range) {
        List<Week> weeks = new ArrayList<>();
        for (Week week = of(range.from()); week.range().from().isBefore(range.to()); week = next(week)) {
            weeks.add(week);
        }
        return List.copyOf(weeks);
    }

    /** The local day in which the instant lies. */
    public Range day(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return new Range(startOf(date), startOf(date.plusDays(1)));
    }

    /** The instant at which the local date begins. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Week next(Week week) {
        return week(week.monday().plusWeeks(1));
    }

    private Week week(LocalDate monday) {
        return new Week(monday, new Range(startOf(monday), startOf(monday.plusWeeks(1))));
    }
}
