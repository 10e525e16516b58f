package org.coachbook.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.notification.mail.MailJob.State;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Role;
import org.coachbook.notification.notice.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private static final Instant MADE = Instant.parse("2027-03-01T08:00:00Z");
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofDays(3));

    static Notice notice(long sequence, String recipient) {
        Session session = new Session("b1", "st1", MADE, MADE, "confirmed");
        return new Notice(
                "e1:" + recipient,
                "e1",
                Kind.BOOKING_CONFIRMED,
                Role.CLIENT,
                recipient,
                "u2",
                "b1",
                session,
                sequence,
                MADE,
                CalendarMark.NONE,
                null);
    }

    private static MailJob tried(int attempts) {
        MailJob fresh = MailJob.of(notice(1, "u1"), MADE);
        return new MailJob(fresh.id(), fresh.notice(), State.PENDING, MADE, MADE, attempts, null, null);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "10, 512", "11, 600", "60, 600", "1000000, 600"})
    void the_pause_doubles_up_to_its_limit(int attempts, long seconds) {
        assertThat(POLICY.next(tried(attempts), false, MADE)).contains(MADE.plusSeconds(seconds));
    }

    @Test
    void a_mail_is_given_up_at_its_age() {
        assertThat(POLICY.next(tried(9), false, MADE.plus(Duration.ofDays(3)).minusMillis(1)))
                .isPresent();
        assertThat(POLICY.next(tried(9), false, MADE.plus(Duration.ofDays(3)))).isEmpty();
    }

    @Test
    void a_refused_mail_is_given_up_after_five_tries() {
        assertThat(POLICY.next(tried(4), true, MADE)).isPresent();
        assertThat(POLICY.next(tried(5), true, MADE)).isEmpty();
    }

    @Test
    void a_message_id_is_stable_and_different_for_each_mail() {
        MailJob one = MailJob.of(notice(1, "u1"), MADE);
        assertThat(MailJob.of(notice(1, "u1"), MADE.plusSeconds(9)).messageId()).isEqualTo(one.messageId());
        assertThat(MailJob.of(notice(1, "u2"), MADE).messageId()).isNotEqualTo(one.messageId());
        assertThat(MailJob.of(notice(2, "u1"), MADE).messageId()).isNotEqualTo(one.messageId());
        assertThat(one.messageId()).matches("<[0-9a-f]{32}@coachbook\\.org>");
    }
}
