package org.coachbook.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Role;
import org.junit.jupiter.api.Test;

class MailJobTest {
    private static final Instant MORNING = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2027-03-01T20:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2027-03-02T00:00:00Z");

    private static String id(Kind kind, long sequence, Instant at) {
        var notice = new Notice(
                "e" + sequence, "e", kind, Role.COACH, "ada", "bob", "x1", null, sequence, at, CalendarMark.NONE, null);
        return MailJob.of(notice, at).id();
    }

    @Test
    void who_asks_for_a_connection_again_and_again_makes_one_mail_a_day() {
        String first = id(Kind.CONNECTION_REQUESTED, 1, MORNING);
        assertThat(id(Kind.CONNECTION_REQUESTED, 3, EVENING)).isEqualTo(first);
        assertThat(id(Kind.CONNECTION_REQUESTED, 5, NEXT_DAY)).isNotEqualTo(first);
    }

    @Test
    void anything_else_is_one_mail_per_event() {
        assertThat(id(Kind.CONNECTION_ACCEPTED, 2, MORNING)).isNotEqualTo(id(Kind.CONNECTION_ACCEPTED, 4, MORNING));
    }
}
