package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.util.List;
import org.coachbook.contracts.pricing.PackageBought;
import org.coachbook.notification.inbox.Inbox;
import org.coachbook.notification.live.FrameStore;
import org.coachbook.notification.live.Frames;
import org.coachbook.notification.mail.MailOutbox;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Money;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Role;

/** Tells buyer and coach of a package that was bought. All ids follow from the event. */
@Singleton
class PackageTelling {
    private final Inbox inbox;
    private final MailOutbox mail;
    private final FrameStore frames;

    PackageTelling(Inbox inbox, MailOutbox mail, FrameStore frames) {
        this.inbox = inbox;
        this.mail = mail;
        this.frames = frames;
    }

    void tell(PackageBought event, Frames.Source source) {
        List<Notice> notices = List.of(
                notice(event, source, Role.CLIENT, event.clientId(), event.coachId()),
                notice(event, source, Role.COACH, event.coachId(), event.clientId()));
        frames.keep(notices.stream().map(Frames::notification).toList());
        inbox.add(notices);
        mail.order(notices);
    }

    private static Notice notice(PackageBought event, Frames.Source source, Role role, String recipient, String other) {
        return new Notice(
                source.eventId() + ":" + recipient,
                source.eventId(),
                Kind.PACKAGE_BOUGHT,
                role,
                recipient,
                other,
                event.packageId(),
                null,
                source.sequence(),
                source.at(),
                CalendarMark.NONE,
                new Money(event.amount(), event.currency()));
    }
}
