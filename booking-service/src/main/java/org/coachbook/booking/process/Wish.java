package org.coachbook.booking.process;

import org.jspecify.annotations.Nullable;

/**
 * What a party asked for while a command was out; it is done after the reply, before any next command.
 *
 * @param ending the status the booking is to end in
 * @param note the party's own words
 */
public record Wish(BookingStatus ending, Party by, @Nullable String note) {
    /** What the party did, as people read it. */
    public String action() {
        return ending == BookingStatus.DECLINED ? "decline" : "cancel";
    }
}
