package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.notification.inbox.Inbox;
import org.coachbook.notification.live.Frame;
import org.coachbook.notification.live.FrameStore;
import org.coachbook.notification.live.Frames;
import org.coachbook.notification.mail.MailOutbox;
import org.coachbook.notification.notice.Happening;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Money;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.PaymentEvent;
import org.coachbook.notification.parties.BookingParties;
import org.coachbook.notification.parties.KnownBooking;

/**
 * Tells of payments: of each change by a frame, of refunds in words as well. Each refund is told once, whatever order its
 * events come in; all ids follow from the event.
 */
@Singleton
class PaymentTelling {
    private final BookingParties parties;
    private final Inbox inbox;
    private final MailOutbox mail;
    private final FrameStore frames;

    PaymentTelling(BookingParties parties, Inbox inbox, MailOutbox mail, FrameStore frames) {
        this.parties = parties;
        this.inbox = inbox;
        this.mail = mail;
        this.frames = frames;
    }

    void tell(PaymentEvent event, Frames.Source source) {
        KnownBooking booking = parties.known(event.bookingId())
                .orElseThrow(() -> new PoisonMessage("There is no booking " + event.bookingId()));
        List<Notice> notices = Kind.ofEvent(source.type())
                .map(kind -> happening(kind, event, source, booking).notices())
                .orElse(List.of());
        List<Frame> kept = new ArrayList<>(Frames.payment(booking.parties(), event, source));
        notices.forEach(notice -> kept.add(Frames.notification(notice)));
        frames.keep(kept);
        if (!notices.isEmpty()) {
            inbox.add(notices);
            mail.order(notices);
        }
    }

    private static Happening happening(Kind kind, PaymentEvent event, Frames.Source source, KnownBooking booking) {
        return new Happening(
                source.eventId(),
                kind,
                booking.coachId(),
                booking.clientId(),
                booking.session(),
                source.sequence(),
                source.at(),
                booking.invited(),
                new Money(event.amount(), event.currency()));
    }
}
