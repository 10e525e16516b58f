package org.coachbook.availability.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/** Which bookings are a coach's, for the other features. */
@ApplicationScoped
public class KnownBookings {
    private final KnownBookingRepository bookings;

    KnownBookings(KnownBookingRepository bookings) {
        this.bookings = bookings;
    }

    /** The ids of the bookings that his weeks from this time on keep, those that ended there as well. */
    public Set<String> of(String coachId, Instant from) {
        return bookings.of(coachId, from);
    }
}
