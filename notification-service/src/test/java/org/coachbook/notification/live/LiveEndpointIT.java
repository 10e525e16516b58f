package org.coachbook.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coachbook.notification.BookingStory;
import org.coachbook.notification.LiveClient;
import org.coachbook.notification.NotificationStack;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class LiveEndpointIT {
    private static final TestTokens TOKENS = TestTokens.shared();

    private URI ws;

    @BeforeEach
    void waitUntilEventsAreDelivered() {
        ws = URI.create(TestHTTPResourceManager.getUri().replaceFirst("^http", "ws") + "/ws");
        LiveClient.awaitDelivery(ws);
    }

    private LiveClient connect(String userId) {
        return LiveClient.connect(ws, TOKENS.user(userId, "client"));
    }

    private void assertRefused(int status, String token, @Nullable String origin) {
        assertThatThrownBy(() -> LiveClient.connect(ws, token, origin))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    @Test
    void without_a_good_token_there_is_no_socket() {
        assertRefused(401, "nonsense", null);
        assertRefused(401, TestTokens.withNewKey().user("u", "client"), null);
        assertRefused(401, TOKENS.userAt(Instant.now().minusSeconds(600), "u", "client"), null);
        assertRefused(401, TOKENS.userWith(Map.of("aud", "others"), "u", "client"), null);
        assertRefused(401, TOKENS.service("booking-service", "accounts:read"), null);
    }

    @Test
    void a_foreign_page_may_not_connect() {
        String token = TOKENS.user("u", "client");
        assertRefused(403, token, "https://evil.example");
        assertRefused(403, token, "null");
        try (LiveClient client = LiveClient.connect(ws, token, "https://app.example.org")) {
            assertThat(client.subprotocol()).isEqualTo("bearer-token-carrier");
        }
    }

    @Test
    void both_parties_hear_of_an_event_and_nobody_else() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        BookingStory other = BookingStory.between("en-cid", "en-dan");
        try (LiveClient coach = connect(booking.coachId());
                LiveClient client = connect(booking.clientId());
                LiveClient stranger = connect(other.clientId())) {
            CloudEvent event = booking.publish("confirmed", "confirmed", 3);
            for (LiveClient party : List.of(coach, client)) {
                JsonNode frame = party.await("booking_update");
                assertThat(frame.path("sequence").asLong()).isEqualTo(3);
                assertThat(frame.path("data").path("bookingId").asText()).isEqualTo(booking.id());
                assertThat(frame.path("data").path("status").asText()).isEqualTo("confirmed");
                String entry = party.await("notification")
                        .path("data")
                        .path("notificationId")
                        .asText();
                assertThat(entry).startsWith(event.headers().get("ce_id") + ":");
            }
            other.publish("confirmed", "confirmed", 1);
            stranger.await("notification");
            assertThat(stranger.frames())
                    .allMatch(f -> f.path("data").path("bookingId").asText().equals(other.id()));
        }
    }

    @Test
    void repeated_and_overtaken_events_are_shown_once() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        try (LiveClient client = connect(booking.clientId())) {
            CloudEvent confirmed = booking.publish("confirmed", "confirmed", 2);
            booking.publish("requested", "requested", 1);
            BookingStory.publish(confirmed);
            booking.publish("completed", "completed", 3);
            assertThat(client.awaitMany("booking_update", 2))
                    .extracting(f -> f.path("sequence").asLong())
                    .containsExactly(2L, 3L);
            assertThat(client.awaitMany("notification", 2)).hasSize(2);
        }
    }

    @Test
    void a_failed_payment_is_shown_to_the_client_alone_and_a_refund_to_both() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        try (LiveClient coach = connect(booking.coachId());
                LiveClient client = connect(booking.clientId())) {
            booking.publishPayment("failed", 6000, 1);
            booking.publishPayment("refunded", 6000, 2);
            assertThat(client.awaitMany("payment_update", 2))
                    .extracting(f -> f.path("data").path("status").asText())
                    .containsExactly("failed", "refunded");
            assertThat(coach.await("payment_update").path("data").path("status").asText())
                    .isEqualTo("refunded");
        }
    }

    @Test
    void a_cursor_brings_what_was_missed() {
        BookingStory booking = BookingStory.between("en-ada", "en-bob");
        String seen;
        try (LiveClient client = connect(booking.clientId())) {
            booking.publish("requested", "requested", 1);
            client.await("booking_update");
            seen = client.await("notification").path("id").asText();
        }
        booking.publish("confirmed", "confirmed", 2);
        booking.publish("cancelled", "cancelled_by_client", 3);
        try (LiveClient coach = connect(booking.coachId())) {
            coach.send("{\"since\": \"none\"}");
            // One that comes while the backlog is read may come twice.
            await().until(() -> distinctIds(coach.frames("notification")) == 3);
        }
        try (LiveClient again = connect(booking.clientId());
                LiveClient stranger = connect("en-eve-" + UUID.randomUUID())) {
            again.send("{\"since\": \"" + seen + "\"}");
            assertThat(again.await("caught_up").path("data").path("frames").asInt())
                    .isEqualTo(4);
            assertThat(again.awaitMany("booking_update", 2))
                    .extracting(f -> f.path("sequence").asLong())
                    .containsExactly(2L, 3L);
            stranger.send("{\"since\": \"" + seen + "\"}");
            stranger.await("caught_up");
            assertThat(stranger.frames()).hasSize(1);
        }
    }

    private static long distinctIds(List<JsonNode> frames) {
        return frames.stream()
                .map(frame -> frame.path("id").asText())
                .distinct()
                .count();
    }
}
