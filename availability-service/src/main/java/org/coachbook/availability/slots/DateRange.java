package org.coachbook.availability.slots;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.availability.input.Checks;
import org.jspecify.annotations.Nullable;

/** Dates from a query, both included. */
record DateRange(LocalDate from, LocalDate to) {
    static final int MOST_DAYS = 62;
    private static final LocalDate NONE = LocalDate.EPOCH;

    /** Reads both; what is wrong is noted. */
    static DateRange parse(@Nullable String from, @Nullable String to, Checks checks) {
        LocalDate first = date(from, "from", checks);
        LocalDate last = date(to, "to", checks);
        if (first.equals(NONE) || last.equals(NONE)) {
            return new DateRange(NONE, NONE);
        }
        checks.that(!last.isBefore(first), "to", "must not be before from")
                .that(last.isBefore(first.plusDays(MOST_DAYS)), "to", "must be at most 62 days, from included");
        return new DateRange(first, last);
    }

    private static LocalDate date(@Nullable String text, String field, Checks checks) {
        try {
            LocalDate date = text == null ? NONE : LocalDate.parse(text);
            boolean usable = date.getYear() >= 2000 && date.getYear() < 2200;
            checks.that(usable, field, "must be a date, as in 2027-03-01");
            return usable ? date : NONE;
        } catch (DateTimeParseException e) {
            checks.that(false, field, "must be a date, as in 2027-03-01");
            return NONE;
        }
    }

    List<LocalDate> dates() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    Range in(ZoneId zone) {
        WeekGrid grid = new WeekGrid(zone);
        return new Range(grid.startOf(from), grid.startOf(to.plusDays(1)));
    }
}
