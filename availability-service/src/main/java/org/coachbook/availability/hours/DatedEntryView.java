package org.coachbook.availability.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * One opening or closure as it is answered; {@code start} and {@code end} are local, without an offset.
 *
 * @param version its entity tag in quotes, for {@code If-Match}
 * @param inside the bookings and holds that lie in a closure that was just made or changed; left out in lists
 */
public record DatedEntryView(
        String id,
        long version,
        EntryKind kind,
        String start,
        String end,
        String timeZone,
        @Nullable String recurrence,
        List<LocalDate> exceptDates,
        List<String> sessionTypeIds,
        boolean availableForInstantBooking,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TakenTime> inside) {
    static DatedEntryView of(DatedEntry entry) {
        return new DatedEntryView(
                entry.id(),
                entry.version(),
                entry.kind(),
                entry.start().toString(),
                entry.end().toString(),
                entry.timeZone(),
                entry.recurrence(),
                entry.exceptDates(),
                entry.sessionTypeIds(),
                entry.instant(),
                null);
    }

    DatedEntryView with(List<TakenTime> taken) {
        return new DatedEntryView(
                id,
                version,
                kind,
                start,
                end,
                timeZone,
                recurrence,
                exceptDates,
                sessionTypeIds,
                availableForInstantBooking,
                taken);
    }
}
