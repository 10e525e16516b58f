package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.notification.inbox.Inbox;
import org.coachbook.notification.live.Frame;
import org.coachbook.notification.live.FrameStore;
import org.coachbook.notification.live.Frames;
import org.coachbook.notification.mail.MailOutbox;
import org.coachbook.notification.notice.BookingEvent;
import org.coachbook.notification.notice.Happening;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Session;
import org.coachbook.notification.parties.BookingParties;
import org.coachbook.notification.parties.KnownBooking;
import org.coachbook.notification.parties.Parties;
import org.jboss.logging.Logger;

/**
 * Tells both parties of a booking's event. Every write has an id that follows from the event, and that the event was told
 * is written last: after a crash the same event is told again and changes nothing that was done already. An event older
 * than the last one told is dropped, for it would say what is no longer so.
 */
@Singleton
class BookingTelling {
    private static final Logger LOG = Logger.getLogger(BookingTelling.class);

    private final BookingParties parties;
    private final ToldSessions sessions;
    private final Inbox inbox;
    private final MailOutbox mail;
    private final FrameStore frames;

    BookingTelling(BookingParties parties, ToldSessions sessions, Inbox inbox, MailOutbox mail, FrameStore frames) {
        this.parties = parties;
        this.sessions = sessions;
        this.inbox = inbox;
        this.mail = mail;
        this.frames = frames;
    }

    void tell(Kind kind, BookingEvent event, Frames.Source source) {
        Optional<KnownBooking> told = parties.told(event.bookingId());
        if (told.isPresent() && told.get().sequence() >= event.sequence()) {
            LOG.debugf("Booking %s is past event %d", event.bookingId(), event.sequence());
            return;
        }
        Parties both =
                parties.of(event).orElseThrow(() -> new PoisonMessage("There is no booking " + event.bookingId()));
        boolean invited = told.map(KnownBooking::invited).orElse(false);
        Session session = sessions.of(kind, event, told.map(KnownBooking::session));
        Happening happening = happening(kind, event, source, both, session, invited);
        tell(happening, event, source);
        KnownBooking reached = new KnownBooking(
                event.bookingId(),
                event.coachId(),
                both.clientId(),
                event.clientRef(),
                session,
                event.sequence(),
                happening.calendar().leavesEntry(invited));
        parties.reached(reached, told.isEmpty());
    }

    private void tell(Happening happening, BookingEvent event, Frames.Source source) {
        List<Notice> notices = happening.notices();
        List<Frame> kept =
                new ArrayList<>(notices.stream().map(Frames::notification).toList());
        happening.partyIds().forEach(party -> kept.add(Frames.booking(party, event, source)));
        frames.keep(kept);
        inbox.settleAndAdd(event.bookingId(), event.status(), event.sequence(), notices);
        mail.order(notices);
    }

    private static Happening happening(
            Kind kind, BookingEvent event, Frames.Source source, Parties both, Session session, boolean invited) {
        return new Happening(
                source.eventId(),
                kind,
                both.coachId(),
                both.clientId(),
                session,
                event.sequence(),
                source.at(),
                invited,
                null);
    }
}
