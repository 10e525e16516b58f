package org.coachbook.notification.parties;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.notification.notice.BookingEvent;
import org.coachbook.notification.notice.Session;
import org.coachbook.notification.reading.Booking;
import org.coachbook.notification.reading.BookingsClient;
import org.coachbook.notification.reading.Kept;

/**
 * Who the parties to a booking are. Public events name the client by a pseudonym; who he is comes from memory, from what
 * was stored, or from booking-service, in this order, so that it is read over HTTP once per client.
 */
@Singleton
public class BookingParties {
    private static final int MOST = 50_000;

    private final KnownBookingRepository known;
    private final BookingsClient bookings;
    private final Kept<String> clientIds;
    private final Kept<Parties> parties;

    BookingParties(KnownBookingRepository known, BookingsClient bookings, Clock clock) {
        this.known = known;
        this.bookings = bookings;
        this.clientIds = new Kept<>(clock, Duration.ofHours(1), MOST);
        this.parties = new Kept<>(clock, Duration.ofHours(1), MOST);
    }

    /**
     * The parties of an event; empty when the booking is gone.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when they cannot be had now
     */
    public Optional<Parties> of(BookingEvent event) {
        Optional<Parties> found = clientIds
                .get(event.clientRef(), ref -> clientOf(ref, event.bookingId()))
                .map(clientId -> new Parties(event.coachId(), clientId));
        found.ifPresent(both -> parties.put(event.bookingId(), both));
        return found;
    }

    /**
     * The parties to a booking; empty when it is gone.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when they cannot be had now
     */
    public Optional<Parties> of(String bookingId) {
        return parties.get(bookingId, id -> known(id).map(KnownBooking::parties));
    }

    /** What was told so far of a booking; of one that nothing was told of, what booking-service shows. */
    public Optional<KnownBooking> known(String bookingId) {
        return told(bookingId).or(() -> bookings.find(bookingId).map(BookingParties::untold));
    }

    /** What was told so far of a booking. */
    public Optional<KnownBooking> told(String bookingId) {
        return known.find(bookingId);
    }

    /** Remembers that an event was told to both parties; {@code first} when nothing was told before. */
    public void reached(KnownBooking booking, boolean first) {
        if (!first || !known.first(booking)) {
            known.reached(booking);
        }
    }

    /** Forgets who somebody's pseudonyms stand for; they are looked up anew. */
    public void drop(String userId) {
        clientIds.dropIf(userId::equals);
    }

    private Optional<String> clientOf(String clientRef, String bookingId) {
        return known.findByClientRef(clientRef).map(KnownBooking::clientId).or(() -> bookings.find(bookingId)
                .map(Booking::clientId));
    }

    private static KnownBooking untold(Booking booking) {
        Session session =
                new Session(booking.id(), booking.sessionTypeId(), booking.start(), booking.end(), booking.status());
        return new KnownBooking(booking.id(), booking.coachId(), booking.clientId(), "", session, 0, false);
    }
}
