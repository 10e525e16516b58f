package org.coachbook.availability.hours;

import java.time.LocalDate;
import java.util.List;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.jspecify.annotations.Nullable;

/** One opening or closure as it is answered; {@code start} and {@code end} are local, without an offset. */
public record DatedEntryView(
        String id,
        EntryKind kind,
        String start,
        String end,
        String timeZone,
        @Nullable String recurrence,
        List<LocalDate> exceptDates,
        List<String> sessionTypeIds,
        boolean availableForInstantBooking) {
    static DatedEntryView of(DatedEntry entry) {
        return new DatedEntryView(
                entry.id(),
                entry.kind(),
                entry.start().toString(),
                entry.end().toString(),
                entry.timeZone(),
                entry.recurrence(),
                entry.exceptDates(),
                entry.sessionTypeIds(),
                entry.instant());
    }
}
