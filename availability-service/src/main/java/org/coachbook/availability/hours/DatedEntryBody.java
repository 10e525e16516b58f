package org.coachbook.availability.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * One opening or closure as it is sent.
 *
 * @param start local date-time on the clock of {@code timeZone}
 * @param recurrence RFC 5545 RRULE
 * @param exceptDates local dates of occurrences that do not take place
 * @param sessionTypeIds empty or left out: all
 * @param availableForInstantBooking default true
 */
public record DatedEntryBody(
        @Nullable EntryKind kind,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String timeZone,
        @Nullable String recurrence,
        @Nullable List<LocalDate> exceptDates,
        @Nullable List<String> sessionTypeIds,
        @Nullable Boolean availableForInstantBooking) {

    /** The entry; to be called on a body without errors. */
    DatedEntry toEntry(String id, long version) {
        return new DatedEntry(
                id,
                Objects.requireNonNull(kind),
                Objects.requireNonNull(start),
                Objects.requireNonNull(end),
                Objects.requireNonNull(timeZone),
                recurrence,
                exceptDates == null ? List.of() : List.copyOf(exceptDates),
                sessionTypeIds == null ? List.of() : List.copyOf(sessionTypeIds),
                availableForInstantBooking == null || availableForInstantBooking,
                version);
    }
}
