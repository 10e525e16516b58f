package org.coachbook.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coachbook.notification.BookingStory;
import org.coachbook.notification.LiveClient;
import org.coachbook.notification.NotificationStack;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class ClientMessagesIT {
    private static final TestTokens TOKENS = TestTokens.shared();

    @Inject
    LiveSockets sockets;

    private final String user = "en-user-" + UUID.randomUUID();
    private URI ws;

    @BeforeEach
    void waitUntilEventsAreDelivered() {
        ws = URI.create(TestHTTPResourceManager.getUri().replaceFirst("^http", "ws") + "/ws");
        LiveClient.awaitDelivery(ws);
    }

    private LiveClient connect() {
        return LiveClient.connect(ws, TOKENS.user(user, "client"));
    }

    private static void publishWeeks(String coachId, long sequence) {
        String payload = "{\"coachId\": \"%s\", \"weeks\": [\"2027-W09\"]}".formatted(coachId);
        BookingStory.publish(
                "availability.events",
                CloudEvent.of("availability.changed.v1", "availability-service", coachId, sequence, payload));
    }

    @Test
    void who_watches_a_visible_calendar_hears_of_its_changes() {
        String coach = "coach-" + UUID.randomUUID();
        try (LiveClient client = connect();
                LiveClient other = LiveClient.connect(ws, TOKENS.user("en-other", "client"))) {
            client.send("{\"watch\": {\"coachId\": \"" + coach + "\"}}");
            client.await("watching");
            publishWeeks(coach, 1);
            JsonNode frame = client.await("availability_update");
            assertThat(frame.path("data").path("weeks").path(0).asText()).isEqualTo("2027-W09");
            assertThat(other.frames("availability_update")).isEmpty();
        }
    }

    @Test
    void a_calendar_that_may_not_be_seen_cannot_be_watched() {
        String hidden = "hidden-" + UUID.randomUUID();
        String visible = "coach-" + UUID.randomUUID();
        try (LiveClient client = connect()) {
            client.send("{\"watch\": {\"coachId\": \"" + hidden + "\"}}");
            assertThat(client.await("problem").path("data").path("status").asInt())
                    .isEqualTo(404);
            client.send("{\"watch\": {\"coachId\": \"" + visible + "\"}}");
            client.await("watching");
            publishWeeks(hidden, 1);
            publishWeeks(visible, 1);
            client.await("availability_update");
            assertThat(client.frames("availability_update"))
                    .allMatch(f -> f.path("data").path("coachId").asText().equals(visible));
        }
    }

    @Test
    void who_may_not_see_a_calendar_any_more_hears_no_more_of_it_once_it_is_closed() {
        String coach = "closing-" + UUID.randomUUID();
        try (LiveClient stranger = connect();
                LiveClient friend = LiveClient.connect(ws, TOKENS.user("friend-" + UUID.randomUUID(), "client"))) {
            watch(coach, stranger, friend);
            publishWeeks(coach, 1);
            stranger.await("availability_update");
            BookingStory.publish("schedule.changes", scheduleChanged(coach, "connected"));
            JsonNode ended = stranger.await("problem").path("data");
            assertThat(ended.path("status").asInt()).isEqualTo(404);
            assertThat(ended.path("coachId").asText()).isEqualTo(coach);
            publishWeeks(coach, 2);
            friend.awaitMany("availability_update", 2);
            assertThat(stranger.frames("availability_update")).hasSize(1);
            assertThat(friend.frames("problem")).isEmpty();
        }
    }

    @Test
    void who_is_blocked_hears_no_more_of_the_calendar_and_others_do() {
        String coach = "closing-" + UUID.randomUUID();
        try (LiveClient blocked = connect();
                LiveClient other = LiveClient.connect(ws, TOKENS.user("en-other-" + UUID.randomUUID(), "client"))) {
            watch(coach, blocked, other);
            BookingStory.publish("connection.changes", connectionChanged(coach, user));
            blocked.await("problem");
            publishWeeks(coach, 1);
            other.await("availability_update");
            assertThat(blocked.frames("availability_update")).isEmpty();
            assertThat(other.frames("problem")).isEmpty();
        }
    }

    private static void watch(String coach, LiveClient... clients) {
        for (LiveClient client : clients) {
            client.send("{\"watch\": {\"coachId\": \"" + coach + "\"}}");
            client.await("watching");
        }
    }

    private static CloudEvent scheduleChanged(String coach, String visibility) {
        String payload = """
                {"coachId": "%s", "version": 2, "timeZone": "Europe/Zurich", "minimumNoticeMinutes": 0,
                 "bookingWindowDays": 60, "slotStepMinutes": 15, "calendarVisibility": "%s"}""".formatted(coach, visibility);
        return CloudEvent.of("availability.schedule-changed.v1", "availability-service", coach, 2, payload);
    }

    private static CloudEvent connectionChanged(String coach, String client) {
        String id = UUID.randomUUID().toString();
        String payload = """
                {"connectionId": "%s", "coachId": "%s", "clientId": "%s", "status": "blocked"}""".formatted(id, coach, client);
        return CloudEvent.of("account.connection-changed.v1", "availability-service", id, 1, payload);
    }

    @Test
    void a_ping_is_answered_and_nonsense_is_a_problem() {
        try (LiveClient client = connect()) {
            client.send("ping");
            client.await("pong");
            client.send("{\"subscribe\": \"somebody-else\"}");
            assertThat(client.await("problem").path("data").path("type").asText())
                    .endsWith("/validation-failed");
        }
    }

    @Test
    void a_fresh_token_prolongs_a_socket_that_would_have_been_closed() {
        Instant almostOver = Instant.now().minusSeconds(300).plusSeconds(3);
        try (LiveClient stays = LiveClient.connect(ws, TOKENS.userAt(almostOver, user, "client"));
                LiveClient ends = LiveClient.connect(ws, TOKENS.userAt(almostOver, user, "client"))) {
            stays.send("{\"authenticate\": \"" + TOKENS.user(user, "client") + "\"}");
            stays.await("authenticated");
            assertThat(ends.awaitClose()).isEqualTo(4401);
            stays.send("ping");
            stays.await("pong");
        }
    }

    @Test
    void somebody_elses_token_and_a_bad_one_end_the_socket() {
        try (LiveClient client = connect();
                LiveClient other = connect()) {
            client.send("{\"authenticate\": \"" + TOKENS.user("en-somebody-else", "client") + "\"}");
            assertThat(client.awaitClose()).isEqualTo(4403);
            other.send("{\"authenticate\": \"x.y.z\"}");
            assertThat(other.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void a_message_over_four_kibibytes_ends_the_socket() {
        try (LiveClient client = connect()) {
            client.send("x".repeat(4097));
            assertThat(client.awaitClose()).isEqualTo(1009);
        }
    }

    @Test
    void a_suspended_account_is_signed_out() {
        try (LiveClient client = connect()) {
            BookingStory.publish("account.changes", LiveClient.accountChanged(user, 1, false));
            assertThat(client.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void who_does_not_read_is_closed_and_forgotten() {
        WebSocket.Listener asleep = new WebSocket.Listener() {
            @Override
            public void onOpen(WebSocket socket) {
                assertThat(socket.isInputClosed()).isFalse();
            }
        };
        String frame = FrameJson.answer("noise", Instant.EPOCH, "x".repeat(4000));
        WebSocket socket = LiveClient.handshake(ws, TOKENS.user(user, "client"), null, asleep);
        Awaitility.await().until(() -> sockets.of(user) == 1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    IntStream.range(0, 100).forEach(_ -> sockets.toSubject(user, frame));
                    return sockets.of(user) == 0;
                });
        socket.abort();
    }
}
