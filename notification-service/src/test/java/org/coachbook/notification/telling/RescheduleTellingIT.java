package org.coachbook.notification.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coachbook.notification.BookingStory;
import org.coachbook.notification.MailServer;
import org.coachbook.notification.MailServer.Received;
import org.coachbook.notification.NotificationStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class RescheduleTellingIT {
    private static final String FIRST = "Dienstag, 2. März 2027, 17:00–18:00 (Europe/Zurich)";
    private static final String SECOND = "Mittwoch, 3. März 2027, 07:30–08:30 (Europe/Zurich)";
    private static final String DEADLINE = "Samstag, 27. Februar 2027, 12:00 (Europe/Zurich)";

    private static MailServer mail;

    @BeforeAll
    static void startMailServer() {
        mail = MailServer.start();
    }

    @AfterAll
    static void stopMailServer() {
        mail.close();
    }

    @Test
    void a_moved_session_moves_in_both_calendars() {
        BookingStory booking = BookingStory.between("de-ada", "en-bob");
        booking.publish("confirmed", "firm_booked", 1);
        booking.publishMoved(2);
        for (String reader : List.of(booking.coachId(), booking.clientId())) {
            Received moved = received(reader, "Buchung verschoben", "Booking moved");
            assertThat(moved.calendar())
                    .contains("METHOD:REQUEST", "STATUS:CONFIRMED", "SEQUENCE:2", "DTSTART:20270302T080000Z")
                    .contains("UID:" + booking.id() + "@coachbook.org", "https://meet.example/room-7");
        }
        assertThat(awaitInbox(booking.coachId(), 2).getFirst())
                .containsEntry("type", "booking_rescheduled")
                .containsEntry("title", "Buchung verschoben")
                .extracting("text")
                .asString()
                .contains("bisher Montag, 1. März 2027, 09:00", "Dienstag, 2. März 2027, 09:00–10:00");
    }

    @Test
    void a_proposal_goes_to_the_other_party_with_its_times_and_its_end_to_both() {
        BookingStory booking = BookingStory.between("en-ada", "de-bob").offering("coach", 2);
        booking.publish("confirmed", "confirmed", 1);
        booking.publish("reschedule-proposed", "confirmed", 2);

        Received proposed = received(booking.clientId(), "Andere Termine");
        assertThat(proposed.subject()).isEqualTo("Andere Termine vorgeschlagen: Career coaching");
        assertThat(proposed.has("text/calendar")).isFalse();
        assertThat(proposed.part("text/plain"))
                .contains("Name of " + booking.coachId() + " möchte «Career coaching» verschieben")
                .contains("Vorgeschlagen: " + FIRST, "Vorgeschlagen: " + SECOND, "Antwort bis: " + DEADLINE)
                .contains("/bookings/" + booking.id());
        Map<String, Object> entry = awaitInbox(booking.clientId(), 2).getFirst();
        assertThat(entry).containsEntry("type", "reschedule_proposed").containsEntry("archived", false);
        assertThat(entry)
                .extracting("data.proposal")
                .isEqualTo(Map.of(
                        "by", "coach",
                        "times", List.of("2027-03-02T16:00:00Z", "2027-03-03T06:30:00Z"),
                        "deadline", "2027-02-27T11:00:00Z"));

        BookingStory.publish(booking.event("reschedule-declined", "confirmed", 3, "declined"));
        Received declined = received(booking.coachId(), "Proposed times");
        assertThat(declined.subject()).isEqualTo("Proposed times not taken: Career coaching");
        assertThat(declined.has("text/calendar")).isFalse();
        assertThat(declined.part("text/plain"))
                .contains("were declined", "stays as it is")
                .doesNotContain("Answer by");
        List<Map<String, Object>> ofClient = awaitInbox(booking.clientId(), 3);
        assertThat(ofClient.getFirst()).containsEntry("type", "reschedule_declined");
        assertThat(ofClient.getFirst()).extracting("text").asString().contains("wurden abgelehnt");
        assertThat(ofClient.get(1)).as("it waits for nobody any more").containsEntry("archived", true);
        assertThat(types(booking.coachId())).containsExactly("reschedule_declined", "booking_confirmed");
    }

    @Test
    void a_proposal_that_is_over_when_it_is_told_asks_nobody_and_its_end_is_told() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob").offering("client", 3);
        booking.publish("confirmed", "confirmed", 1);
        booking.publish("reschedule-proposed", "confirmed", 2);
        booking.publish("reschedule-declined", "confirmed", 3);
        for (String party : List.of(booking.clientId(), booking.coachId())) {
            awaitInbox(party, 2);
            assertThat(types(party)).containsExactly("reschedule_declined", "booking_confirmed");
        }
    }

    @Test
    void the_mail_with_suggested_times_names_them() {
        BookingStory booking = BookingStory.between("en-ada", "de-bob").offering("coach", 2);
        booking.publish("requested", "requested", 1);
        booking.publish("times-suggested", "time_suggested", 2);
        assertThat(received(booking.clientId(), "Andere Termine").part("text/html"))
                .contains(FIRST, SECOND, DEADLINE);
    }

    /** The second mail to somebody, by what its subject begins with. */
    private static Received received(String reader, String... titles) {
        return mail.awaitMails(reader, 2).stream()
                .filter(received -> Stream.of(titles).anyMatch(received.subject()::startsWith))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> types(String userId) {
        return inbox(userId).stream().map(item -> item.get("type")).toList();
    }

    private static List<Map<String, Object>> awaitInbox(String userId, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> inbox(userId), items -> items.size() >= count);
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
}
