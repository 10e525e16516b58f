package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.coachbook.contracts.account.ClientInvited;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.notification.inbox.Inbox;
import org.coachbook.notification.live.FrameStore;
import org.coachbook.notification.live.Frames;
import org.coachbook.notification.mail.MailOutbox;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.ConnectionHappening;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Role;

/**
 * Tells a coach and a client what happens between them, and archives the request that a change answers. All ids follow
 * from the change. Its topic keeps the last change of each connection for ever: what is older than anybody's events are
 * kept is no news, also when the topic is read again from its beginning.
 */
@Singleton
class ConnectionTelling {
    private static final Duration NEWS = Duration.ofDays(14);

    private final Inbox inbox;
    private final MailOutbox mail;
    private final FrameStore frames;
    private final Clock clock;

    ConnectionTelling(Inbox inbox, MailOutbox mail, FrameStore frames, Clock clock) {
        this.inbox = inbox;
        this.mail = mail;
        this.frames = frames;
        this.clock = clock;
    }

    /** Writes to whom a coach invited by e-mail; he has no inbox that we would know of. */
    void tell(ClientInvited fact, Frames.Source source) {
        String invitation = fact.invitationId();
        mail.order(List.of(new Notice(
                source.eventId() + ":" + invitation,
                source.eventId(),
                Kind.CLIENT_INVITED,
                Role.CLIENT,
                invitation,
                fact.coachId(),
                invitation,
                null,
                source.sequence(),
                source.at(),
                CalendarMark.NONE,
                null)));
    }

    void tell(ConnectionChanged fact, Frames.Source source) {
        if (source.at().isBefore(clock.instant().minus(NEWS))) {
            return;
        }
        var happening = new ConnectionHappening(source.eventId(), fact, source.sequence(), source.at());
        List<Notice> notices = happening.notice().stream().toList();
        frames.keep(notices.stream().map(Frames::notification).toList());
        inbox.settleAndAdd(fact.connectionId(), happening.result(), source.sequence(), notices);
        mail.order(notices.stream().filter(notice -> notice.kind().mailed()).toList());
    }
}
