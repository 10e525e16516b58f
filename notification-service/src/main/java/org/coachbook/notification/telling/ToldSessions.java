package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.coachbook.notification.notice.BookingEvent;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Proposal;
import org.coachbook.notification.notice.Role;
import org.coachbook.notification.notice.Session;
import org.coachbook.notification.reading.Booking;
import org.coachbook.notification.reading.BookingsClient;

/**
 * The session that an event tells of, with what the event itself does not say: the time before a move is the one told
 * last; who offers which times is read from booking-service, unless the booking is past the event already: then it may
 * have other offers, and nobody has to answer these.
 */
@Singleton
class ToldSessions {
    private final BookingsClient bookings;

    ToldSessions(BookingsClient bookings) {
        this.bookings = bookings;
    }

    Session of(Kind kind, BookingEvent event, Optional<Session> told) {
        Session session = new Session(
                event.bookingId(), event.sessionTypeId(), event.start(), event.end(), event.status(), event.reason());
        return switch (kind) {
            case BOOKING_RESCHEDULED -> moved(session, told);
            case TIMES_SUGGESTED, RESCHEDULE_PROPOSED -> offered(session, offerNow(event));
            default -> session;
        };
    }

    private static Session moved(Session session, Optional<Session> told) {
        return told.map(Session::start)
                .filter(before -> !before.equals(session.start()))
                .map(session::movedFrom)
                .orElse(session);
    }

    private static Session offered(Session session, Optional<Proposal> proposal) {
        return proposal.map(session::with).orElse(session);
    }

    private Optional<Proposal> offerNow(BookingEvent event) {
        return bookings.findNow(event.bookingId())
                .filter(booking -> booking.sequence() == event.sequence())
                .map(Booking::proposal)
                .map(ToldSessions::proposal);
    }

    private static Proposal proposal(Booking.ProposedTimes read) {
        return new Proposal(Role.valueOf(read.by().toUpperCase(Locale.ROOT)), read.times(), read.deadline());
    }
}
