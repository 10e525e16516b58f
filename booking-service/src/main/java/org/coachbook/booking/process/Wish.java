package org.coachbook.booking.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a party asked for while a command was out; it is done after the reply, before any next command.
 *
 * @param ending the status the booking is to end in
 * @param note the party's own words
 * @param at when; what it was told then holds. Null where an older version has stored it.
 */
public record Wish(
        BookingStatus ending,
        Party by,
        @Nullable String note,
        @Nullable Instant at) {
    /** What the party did, as people read it. */
    public String action() {
        return ending == BookingStatus.DECLINED ? "decline" : "cancel";
    }
}
