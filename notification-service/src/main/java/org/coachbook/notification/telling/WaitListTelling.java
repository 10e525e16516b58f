package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.util.List;
import org.coachbook.contracts.availability.WaitListOfferLapsed;
import org.coachbook.contracts.availability.WaitListOffered;
import org.coachbook.notification.inbox.Inbox;
import org.coachbook.notification.live.FrameStore;
import org.coachbook.notification.live.Frames;
import org.coachbook.notification.mail.MailOutbox;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Role;
import org.coachbook.notification.notice.Session;

/**
 * Tells who waits of his offers; the coach has nothing to do with them. There is no booking yet, so the place on the list
 * stands for it. All ids follow from the event.
 */
@Singleton
class WaitListTelling {
    private final Inbox inbox;
    private final MailOutbox mail;
    private final FrameStore frames;

    WaitListTelling(Inbox inbox, MailOutbox mail, FrameStore frames) {
        this.inbox = inbox;
        this.mail = mail;
        this.frames = frames;
    }

    void tell(WaitListOffered event, Frames.Source source) {
        Session session = new Session(event.waitingId(), event.sessionTypeId(), event.start(), event.end(), "offered");
        tell(Kind.WAIT_LIST_OFFERED, event.clientId(), event.coachId(), session, source);
    }

    void tell(WaitListOfferLapsed event, Frames.Source source) {
        Session session = new Session(event.waitingId(), event.sessionTypeId(), event.start(), event.end(), "lapsed");
        tell(Kind.WAIT_LIST_OFFER_LAPSED, event.clientId(), event.coachId(), session, source);
    }

    private void tell(Kind kind, String clientId, String coachId, Session session, Frames.Source source) {
        List<Notice> notices = List.of(new Notice(
                source.eventId() + ":" + clientId,
                source.eventId(),
                kind,
                Role.CLIENT,
                clientId,
                coachId,
                session.bookingId(),
                session,
                source.sequence(),
                source.at(),
                CalendarMark.NONE,
                null));
        frames.keep(notices.stream().map(Frames::notification).toList());
        inbox.add(notices);
        mail.order(notices);
    }
}
