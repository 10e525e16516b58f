package org.coachbook.notification.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coachbook.contracts.Topics;
import org.coachbook.notification.BookingStory;
import org.coachbook.notification.LiveClient;
import org.coachbook.notification.MailServer;
import org.coachbook.notification.MailServer.Received;
import org.coachbook.notification.NotificationStack;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class ConnectionTellingIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static MailServer mail;

    private final BookingStory two = BookingStory.between("en-ada", "de-bob");

    @BeforeAll
    static void startMailServer() {
        mail = MailServer.start();
    }

    @AfterAll
    static void stopMailServer() {
        mail.close();
    }

    @Test
    void a_request_asks_the_coach_once_and_its_acceptance_reaches_who_asked() {
        CloudEvent asked = fact("pending", 1);
        publish(asked);
        publish(asked);
        assertThat(mail.awaitMails(two.coachId(), 1)).singleElement().satisfies(received -> {
            assertThat(received.subject()).isEqualTo("Connection request: Name of " + two.clientId());
            assertThat(received.part("text/plain"))
                    .contains("Name of " + two.clientId(), "/connections", "concerns your connections")
                    .doesNotContain("When:", two.clientId() + "@");
            assertThat(received.has("text/calendar")).isFalse();
        });
        publish(fact("accepted", 2));
        assertThat(mail.awaitMails(two.clientId(), 1))
                .extracting(Received::subject)
                .containsExactly("Sie sind verbunden: Name of " + two.coachId());
        assertThat(inbox(two.clientId(), 1)).singleElement().satisfies(told -> {
            assertThat(told).containsEntry("type", "connection_accepted");
            assertThat(told.get("data"))
                    .isEqualTo(Map.of("connectionId", connection(), "coachId", two.coachId(), "role", "client"));
        });
        assertThat(inbox(two.coachId(), 1)).singleElement().satisfies(request -> assertThat(request)
                .containsEntry("type", "connection_requested")
                .containsEntry("archived", true)
                .containsEntry("result", "accepted"));
    }

    @Test
    void a_decline_and_an_end_are_told_in_the_inbox_and_live_without_a_mail() {
        URI live = URI.create(TestHTTPResourceManager.getUri().replaceFirst("^http", "ws") + "/ws");
        try (LiveClient client = LiveClient.connect(live, TestTokens.shared().user(two.clientId(), "client"))) {
            publish(fact("pending", 1));
            publish(fact("declined", 2));
            JsonNode data = client.await("notification").path("data");
            assertThat(data.path("type").asText()).isEqualTo("connection_declined");
            assertThat(data.path("connectionId").asText()).isEqualTo(connection());
        }
        publish(fact("ended", 3, two.coachId()));
        publish(fact("pending", 4));
        publish(fact("declined", 5));
        assertThat(inbox(two.clientId(), 3))
                .extracting(told -> told.get("type"))
                .containsExactly("connection_declined", "connection_ended", "connection_declined");
        assertThat(inbox(two.coachId(), 1)).hasSize(1);
        assertThat(mail.awaitMails(two.coachId(), 1)).hasSize(1);
        assertThat(mail.mailsTo(two.clientId())).isEmpty();
    }

    @Test
    void an_event_of_another_type_on_the_topic_is_ignored() {
        publish(event("account.connection-noted.v1", "pending", 1, "\"requestedBy\": \"" + two.clientId() + "\""));
        publish(fact("declined", 2));
        inbox(two.clientId(), 1);
        assertThat(inbox(two.coachId())).isEmpty();
    }

    @Test
    void who_is_blocked_hears_nothing_of_it_and_an_invitation_that_ended_so_reads_as_ended() {
        publish(fact("accepted", 1));
        inbox(two.clientId(), 1);
        publish(fact("blocked", 2));
        publish(fact("ended", 3));
        publish(invited(4));
        publish(fact("blocked", 5));
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox(two.clientId(), 2))
                .first()
                .satisfies(invitation -> assertThat(invitation).containsEntry("result", "ended")));
        assertThat(inbox(two.clientId(), 2))
                .extracting(told -> told.get("type"))
                .containsExactly("connection_requested", "connection_accepted");
    }

    @Test
    void an_invited_address_gets_the_link_once_in_the_coachs_language_and_nobody_else_gets_anything() {
        String invited = "invited-" + two.clientId();
        String coach = two.coachId().replace("en-", "fr-");
        String id = coach + "~" + invited;
        CloudEvent event = invitation(id, coach);
        BookingStory.publish(Topics.CONNECTION_INVITATIONS, event);
        BookingStory.publish(Topics.CONNECTION_INVITATIONS, event);
        BookingStory.publish(Topics.CONNECTION_INVITATIONS, invitation("gone-" + id, coach));
        assertThat(mail.awaitMails(invited, 1)).singleElement().satisfies(received -> {
            assertThat(received.subject()).startsWith("Invitation à Coachbook: Name of fr-ada");
            assertThat(received.part("text/plain")).contains("Bonjour,", "/invitation#token-of-" + id);
        });
        assertThat(inbox(id)).isEmpty();
    }

    private static CloudEvent invitation(String id, String coach) {
        String payload = "{\"invitationId\": \"%s\", \"coachId\": \"%s\"}".formatted(id, coach);
        return CloudEvent.of("account.client-invited.v1", "availability-service", id, 1, payload);
    }

    private String connection() {
        return "between-" + two.id();
    }

    private CloudEvent fact(String status, long sequence) {
        return fact(status, sequence, null);
    }

    private CloudEvent invited(long sequence) {
        return event("pending", sequence, "\"requestedBy\": \"%s\"".formatted(two.coachId()));
    }

    private CloudEvent fact(String status, long sequence, @Nullable String endedBy) {
        String ended = endedBy == null ? "" : ", \"endedBy\": \"" + endedBy + "\"";
        return event(status, sequence, "\"requestedBy\": \"%s\"%s".formatted(two.clientId(), ended));
    }

    private CloudEvent event(String status, long sequence, String who) {
        return event("account.connection-changed.v1", status, sequence, who);
    }

    private CloudEvent event(String type, String status, long sequence, String who) {
        String payload = """
                {"connectionId": "%s", "coachId": "%s", "clientId": "%s", "status": "%s", %s}""".formatted(connection(), two.coachId(), two.clientId(), status, who);
        return CloudEvent.of(type, "availability-service", connection(), sequence, payload);
    }

    private static void publish(CloudEvent event) {
        BookingStory.publish(Topics.CONNECTION_CHANGES, event);
    }

    private static List<Map<String, Object>> inbox(String userId, int atLeast) {
        return await().atMost(SOON).until(() -> inbox(userId), items -> items.size() >= atLeast);
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
