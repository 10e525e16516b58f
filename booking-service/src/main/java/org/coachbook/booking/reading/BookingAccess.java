package org.coachbook.booking.reading;

import java.util.Optional;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Party;

/** Who may know of a booking: its client always, its coach once its time was reserved, nobody else ever. */
public final class BookingAccess {
    private BookingAccess() {}

    /** What this user is to the booking; empty when he may not know of it. */
    public static Optional<Party> of(Booking booking, String userId) {
        return booking.order().partyOf(userId).filter(party -> party == Party.CLIENT || wasSeen(booking));
    }

    private static boolean wasSeen(Booking booking) {
        return booking.progress().eventsSent() > 0;
    }
}
