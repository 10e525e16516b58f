package org.coachbook.notification.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coachbook.notification.BookingStory;
import org.coachbook.notification.MailServer;
import org.coachbook.notification.MailServer.Received;
import org.coachbook.notification.NotificationStack;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class BookingTellingIT {
    private static MailServer mail;

    @BeforeAll
    static void startMailServer() {
        mail = MailServer.start();
    }

    @AfterAll
    static void stopMailServer() {
        mail.close();
    }

    private static List<Map<String, Object>> inbox(String userId) {
        return given().auth()
                .oauth2(TestTokens.shared().user(userId, "client"))
                .get("/api/notifications")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<Map<String, Object>> awaitInbox(String userId, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> inbox(userId), items -> items.size() >= count);
    }

    @Test
    void a_confirmed_booking_reaches_both_parties_in_their_languages() {
        BookingStory booking = BookingStory.between("de-ada", "fr-bob");
        booking.publish("confirmed", "confirmed", 1);

        Received toCoach = mail.awaitMails(booking.coachId(), 1).getFirst();
        Received toClient = mail.awaitMails(booking.clientId(), 1).getFirst();
        assertThat(toCoach.subject()).isEqualTo("Buchung bestätigt: Career coaching");
        assertThat(toClient.subject()).isEqualTo("Réservation confirmée: Career coaching");
        assertThat(toCoach.part("text/plain"))
                .contains("Name of " + booking.clientId(), "09:00–10:00 (Europe/Zurich)", "First steps");
        assertThat(toClient.part("text/html"))
                .contains("lang=\"fr\"", "Name of " + booking.coachId(), "https://meet.example/room-7");
        assertThat(awaitInbox(booking.coachId(), 1).getFirst())
                .containsEntry("type", "booking_confirmed")
                .containsEntry("title", "Buchung bestätigt")
                .containsEntry("read", false);
        assertThat(awaitInbox(booking.clientId(), 1).getFirst()).containsEntry("title", "Réservation confirmée");
    }

    @Test
    void the_calendar_follows_the_booking_from_its_request_to_its_end() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        booking.publish("payment-required", "awaiting_payment", 1);
        booking.publish("requested", "requested", 2);
        booking.publish("confirmed", "confirmed", 3);
        booking.publish("cancelled", "cancelled_by_coach", 4);

        List<Received> mails = mail.awaitMails(booking.clientId(), 4);
        assertThat(subjected(mails, "Payment needed").has("text/calendar")).isFalse();
        assertThat(subjected(mails, "Booking requested").calendar())
                .contains("METHOD:REQUEST", "STATUS:TENTATIVE", "SEQUENCE:2", "UID:" + booking.id() + "@coachbook.org")
                .doesNotContain("meet.example");
        assertThat(subjected(mails, "Booking confirmed").calendar())
                .contains("METHOD:REQUEST", "STATUS:CONFIRMED", "SEQUENCE:3", "https://meet.example/room-7");
        assertThat(subjected(mails, "Booking cancelled").calendar())
                .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4", "UID:" + booking.id() + "@coachbook.org");
        assertThat(mails).extracting(Received::messageId).doesNotHaveDuplicates();
    }

    private static Received subjected(List<Received> mails, String title) {
        return mails.stream()
                .filter(received -> received.subject().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_never_in_the_calendar_is_not_withdrawn_from_it() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        booking.publish("payment-required", "awaiting_payment", 1);
        booking.publish("expired", "expired", 2);
        assertThat(mail.awaitMails(booking.clientId(), 2)).noneMatch(received -> received.has("text/calendar"));
    }

    @Test
    void a_seat_that_waits_for_others_is_kept_in_the_calendar_until_it_is_decided() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        String pending = "pending_minimum_attendees";
        booking.publish("minimum-attendees-awaited", pending, 1);
        BookingStory.publish(booking.event("expired", "expired", 2, "minimum_not_reached"));

        List<Received> mails = mail.awaitMails(booking.clientId(), 2);
        assertThat(subjected(mails, "Waiting for others").calendar()).contains("STATUS:TENTATIVE");
        Received off = subjected(mails, "Booking expired");
        assertThat(off.part("text/plain")).contains("too few people joined");
        assertThat(off.calendar()).contains("METHOD:CANCEL");

        BookingStory going = BookingStory.between("en-ada", "en-bob");
        going.publish("minimum-attendees-awaited", pending, 1);
        going.publish("minimum-attendees-reached", pending, 2);
        going.publish("confirmed", "confirmed", 3);
        for (String reader : List.of(going.clientId(), going.coachId())) {
            assertThat(mail.awaitMails(reader, 2))
                    .extracting(Received::subject)
                    .as("the confirmation says it, once the money is taken")
                    .hasSize(2)
                    .noneMatch(subject -> subject.contains("takes place"));
            assertThat(awaitInbox(reader, 2).getFirst()).containsEntry("type", "booking_confirmed");
        }
    }

    @Test
    void repeated_and_overtaken_events_tell_nobody_twice() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        CloudEvent requested = booking.event("requested", "requested", 1);
        CloudEvent confirmed = booking.event("confirmed", "confirmed", 2);
        BookingStory.publish(confirmed);
        BookingStory.publish(requested);
        BookingStory.publish(confirmed);
        BookingStory.publish(requested);
        booking.publish("completed", "completed", 3);

        assertThat(mail.awaitMails(booking.clientId(), 2))
                .extracting(Received::subject)
                .containsExactlyInAnyOrder("Booking confirmed: Career coaching", "Session completed: Career coaching");
        assertThat(awaitInbox(booking.coachId(), 2))
                .extracting(item -> item.get("type"))
                .containsExactly("booking_completed", "booking_confirmed");
    }

    @Test
    void an_answered_request_is_archived_with_its_result() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        booking.publish("requested", "requested", 1);
        assertThat(awaitInbox(booking.coachId(), 1).getFirst())
                .containsEntry("archived", false)
                .doesNotContainKey("result");
        booking.publish("declined", "declined", 2);
        assertThat(awaitInbox(booking.coachId(), 2).getLast())
                .containsEntry("type", "booking_requested")
                .containsEntry("archived", true)
                .containsEntry("result", "declined");
        assertThat(awaitInbox(booking.clientId(), 2).getLast()).containsEntry("archived", false);
    }

    @Test
    void each_refund_is_told_once_with_its_amount() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        booking.publish("confirmed", "confirmed", 1);
        awaitInbox(booking.clientId(), 1);
        booking.publishPayment("completed", 6000, 1);
        CloudEvent refunded = booking.publishPayment("refunded", 3000, 2);
        BookingStory.publish("payment.events", refunded);
        booking.publishPayment("refunded", 1500, 3);

        List<Map<String, Object>> items = awaitInbox(booking.clientId(), 3);
        assertThat(items).hasSize(3);
        assertThat(items.get(1)).extracting("text").asString().startsWith("CHF 30.00 for “Career coaching”");
        assertThat(mail.awaitMails(booking.clientId(), 3))
                .extracting(Received::subject)
                .filteredOn(subject -> subject.startsWith("Money refunded"))
                .hasSize(2);
    }

    @Test
    void an_entry_can_be_read_and_archived_by_its_owner_only() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        booking.publish("confirmed", "confirmed", 1);
        Object id = awaitInbox(booking.clientId(), 1).getFirst().get("id");
        TestTokens tokens = TestTokens.shared();
        for (String action : List.of("read", "archive")) {
            String path = "/api/notifications/{id}/" + action;
            given().post(path, id).then().statusCode(401);
            given().auth()
                    .oauth2(tokens.user(booking.coachId(), "coach"))
                    .post(path, id)
                    .then()
                    .statusCode(404);
            given().auth()
                    .oauth2(tokens.user(booking.clientId(), "client"))
                    .post(path, id)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
        assertThat(inbox(booking.clientId()).getFirst())
                .containsEntry("read", true)
                .containsEntry("archived", true);
    }
}
