package org.coachbook.booking.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.HistoryEntry;
import org.coachbook.booking.process.Party;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who did what when, and what the booking was before and after. */
@Schema(name = "HistoryEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryView(
        Instant at,
        Party by,
        String action,
        BookingStatus from,
        BookingStatus to,
        @Nullable String note) {
    static HistoryView of(HistoryEntry entry) {
        return new HistoryView(entry.at(), entry.by(), entry.action(), entry.from(), entry.to(), entry.note());
    }
}
