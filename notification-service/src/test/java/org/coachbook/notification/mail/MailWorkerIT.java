package org.coachbook.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.notification.MailServer;
import org.coachbook.notification.MailServer.Received;
import org.coachbook.notification.NotificationStack;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Role;
import org.coachbook.notification.notice.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class MailWorkerIT {
    private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Inject
    MailOutbox outbox;

    @Inject
    MongoClient mongo;

    @Inject
    MeterRegistry meters;

    @Inject
    Database database;

    private final String unique = UUID.randomUUID().toString();

    /** Other tests leave mails for a server that was not there; due ones would be sent before a new one. */
    @BeforeEach
    void clearTheMailsOfOtherTests() {
        database.collection("mailJobs").deleteMany(new Document());
    }

    private Notice notice(String recipient, String other) {
        String booking = other + "~" + recipient + "~1";
        Session session = new Session(booking, "career", START, START.plusSeconds(3600), "confirmed");
        return new Notice(
                unique + ":" + recipient,
                unique,
                Kind.BOOKING_CONFIRMED,
                Role.CLIENT,
                recipient,
                other,
                booking,
                session,
                1,
                START,
                CalendarMark.CONFIRMED,
                null);
    }

    private double failed() {
        return meters.find("mails.failed").counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    @Test
    void a_mail_waits_for_a_server_that_is_away_and_is_sent_once() {
        String user = "en-" + unique;
        double before = failed();
        outbox.order(List.of(notice(user, "en-ada")));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> failed() >= before + 2);
        try (MailServer server = MailServer.start()) {
            Received received = server.awaitMails(user, 1).getFirst();
            assertThat(received.messageId())
                    .isEqualTo(MailJob.of(notice(user, "en-ada"), START).messageId());
            outbox.order(List.of(notice(user, "en-ada")));
            String witness = "en-witness-" + unique;
            outbox.order(List.of(notice(witness, "en-ada")));
            server.awaitMails(witness, 1);
            assertThat(server.mailsTo(user)).hasSize(1);
        }
    }

    @Test
    void a_mail_whose_connection_is_lost_in_the_middle_is_sent_again() throws IOException {
        String user = "en-cut-" + unique;
        outbox.order(List.of(notice(user, "en-ada")));
        MailServer.cutOneConnection();
        try (MailServer server = MailServer.start()) {
            assertThat(server.awaitMails(user, 1)).hasSize(1);
        }
    }

    @Test
    void a_server_that_stays_silent_keeps_no_mail_for_good() throws IOException {
        double before = failed();
        List<String> users = IntStream.range(0, 12)
                .mapToObj(n -> "en-silent" + n + "-" + unique)
                .toList();
        try (ServerSocket silent = MailServer.silent()) {
            assertThat(silent.isBound()).isTrue();
            outbox.order(users.stream().map(user -> notice(user, "en-ada")).toList());
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> failed() >= before + users.size());
        }
        try (MailServer server = MailServer.start()) {
            users.forEach(user -> assertThat(server.awaitMails(user, 1)).hasSize(1));
        }
    }

    @Test
    void a_hostile_name_adds_no_header_and_no_recipient() {
        String user = "crlf-" + unique;
        outbox.order(List.of(notice(user, "crlf-other")));
        try (MailServer server = MailServer.start()) {
            Received received = server.awaitMails(user, 1).getFirst();
            assertThat(received.recipients()).containsExactly(user + "@example.com");
            assertThat(server.mailsTo("victim")).isEmpty();
            assertThat(received.calendar().lines()).noneMatch(line -> line.startsWith("Bcc"));
            assertThat(received.part("text/html")).doesNotContain("<script");
        }
    }

    @Test
    void who_has_no_account_any_more_gets_none_and_holds_up_nobody() {
        String user = "en-after-" + unique;
        outbox.order(List.of(notice("gone-" + unique, "en-ada"), notice(user, "en-ada")));
        try (MailServer server = MailServer.start()) {
            server.awaitMails(user, 1);
            assertThat(server.mailsTo("gone-" + unique)).isEmpty();
        }
    }

    @Test
    void a_claimed_mail_is_nobody_elses_until_its_lease_ends() {
        MailJobRepository jobs = new MailJobRepository(new Database(mongo, "claims_" + unique));
        jobs.add(List.of(MailJob.of(notice("en-" + unique, "en-ada"), START)));
        MailJob first = jobs.claim(START, LEASE).orElseThrow();
        assertThat(jobs.claim(START.plusSeconds(59), LEASE)).isEmpty();

        MailJob second = jobs.claim(START.plusSeconds(60), LEASE).orElseThrow();
        assertThat(second.attempts()).isEqualTo(2);

        jobs.settle(first, MailJob.State.SENT, "", START);
        MailJob third = jobs.claim(START.plusSeconds(120), LEASE).orElseThrow();
        jobs.settle(third, MailJob.State.SENT, "", START);
        assertThat(jobs.claim(START.plusSeconds(999), LEASE)).isEmpty();
    }
}
