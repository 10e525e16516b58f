package org.coachbook.booking.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.coachbook.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A range of starts.
 *
 * @param from null: from the beginning
 * @param to exclusive; null: without end
 */
record Period(@Nullable Instant from, @Nullable Instant to) {
    /** Each an instant, or a date that stands for its midnight in UTC; 400 when it is neither. */
    static Period of(@Nullable String start, @Nullable String end) {
        return new Period(parse("start", start), parse("end", end));
    }

    private static @Nullable Instant parse(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "must be an instant such as 2027-03-01T08:00:00Z, or a date")
                    .asException();
        }
    }
}
