package org.coachbook.availability.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.coachbook.availability.guard.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a closure, for the coach: closing a time touches nothing that stands in it.
 *
 * @param kind held, reserved, offered or confirmed, as in the calendar
 * @param bookingId of a booking, which can be cancelled or moved by it; left out for a mere hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TakenTime(
        Instant start, Instant end, String kind, @Nullable String bookingId, String sessionTypeId, String clientId) {
    static TakenTime of(Entry entry) {
        return new TakenTime(
                entry.from(),
                entry.to(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.kind() == Entry.Kind.HELD ? null : entry.id().replaceFirst(":.*", ""),
                entry.sessionTypeId(),
                entry.owner());
    }
}
