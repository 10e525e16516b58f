package org.coachbook.booking.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who did what when; both parties may read it. */
public record HistoryEntry(
        Instant at,
        Party by,
        String action,
        BookingStatus from,
        BookingStatus to,
        @Nullable String note) {
    /** How each history begins. */
    static HistoryEntry placed(Instant at) {
        return new HistoryEntry(at, Party.CLIENT, "place", BookingStatus.PLACING, BookingStatus.PLACING, null);
    }
}
