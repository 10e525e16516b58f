package org.coachbook.notification.mail;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.coachbook.notification.notice.Notice;

/** The mails that are to be sent, as the rest of the service orders them. */
@Singleton
public class MailOutbox {
    private final MailWorker worker;
    private final Clock clock;

    MailOutbox(MailWorker worker, Clock clock) {
        this.worker = worker;
        this.clock = clock;
    }

    /** Orders a mail for each notice; repeated ones change nothing. Sending starts at once. */
    public void order(List<Notice> notices) {
        Instant now = clock.instant();
        worker.order(notices.stream().map(notice -> MailJob.of(notice, now)).toList());
    }
}
