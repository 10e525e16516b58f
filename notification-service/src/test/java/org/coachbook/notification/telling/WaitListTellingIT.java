package org.coachbook.notification.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coachbook.contracts.Topics;
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
class WaitListTellingIT {
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
    void who_waits_is_told_of_an_offer_and_of_its_end_once_each_and_the_coach_is_not() {
        BookingStory two = BookingStory.between("en-ada", "de-bob");
        CloudEvent offered = event(two, "offered", 1);
        BookingStory.publish(Topics.WAIT_LIST_OFFERS, offered);
        BookingStory.publish(Topics.WAIT_LIST_OFFERS, offered);
        BookingStory.publish(Topics.WAIT_LIST_OFFERS, event(two, "offer-lapsed", 2));

        List<Map<String, Object>> told =
                await().atMost(Duration.ofSeconds(20)).until(() -> inbox(two.clientId()), items -> items.size() >= 2);
        assertThat(told)
                .extracting(item -> item.get("type"))
                .containsExactly("wait_list_offer_lapsed", "wait_list_offered");
        List<Received> mails = mail.awaitMails(two.clientId(), 2);
        assertThat(mails)
                .extracting(Received::subject)
                .containsExactlyInAnyOrder(
                        "Ein Termin ist für Sie reserviert: Career coaching",
                        "Ein Angebot ist abgelaufen: Career coaching");
        assertThat(mails).allSatisfy(received -> {
            assertThat(received.part("text/plain")).contains("/coaches/" + two.coachId(), "09:00–10:00");
            assertThat(received.has("text/calendar")).isFalse();
        });
        assertThat(inbox(two.coachId())).isEmpty();
    }

    private static CloudEvent event(BookingStory two, String name, long sequence) {
        String payload = """
                {"waitingId": "w-%s", "coachId": "%s", "clientId": "%s", "sessionTypeId": "career", "holdId": "h1",
                 "start": "2027-03-01T08:00:00Z", "end": "2027-03-01T09:00:00Z",
                 "expiresAt": "2027-02-01T09:00:00Z"}""".formatted(two.id(), two.coachId(), two.clientId());
        String type = "availability.wait-list-" + name + ".v1";
        return CloudEvent.of(type, "availability-service", "list-" + two.id(), sequence, payload);
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
