package org.coachbook.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;

/** A real WebSocket client that signs in as a browser does. */
public final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    private LiveClient() {}

    /** Connects; fails as the handshake does. */
    public static LiveClient connect(URI address, String token) {
        return connect(address, token, null);
    }

    /** Connects from a page of an origin. */
    public static LiveClient connect(URI address, String token, @Nullable String origin) {
        LiveClient client = new LiveClient();
        client.socket = handshake(address, token, origin, client);
        return client;
    }

    /** The bare handshake, for other listeners. */
    public static WebSocket handshake(URI address, String token, @Nullable String origin, WebSocket.Listener listener) {
        String header =
                URLEncoder.encode("Bearer " + token, StandardCharsets.UTF_8).replace("+", "%20");
        WebSocket.Builder builder = HTTP.newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade#Authorization#" + header);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        return builder.buildAsync(address, listener).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(parse(partial.toString()));
            partial.setLength(0);
        }
        source.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket source, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private WebSocket open() {
        return Objects.requireNonNull(socket);
    }

    public String subprotocol() {
        return open().getSubprotocol();
    }

    public void send(String text) {
        open().sendText(text, true).join();
    }

    public List<JsonNode> frames() {
        return frames;
    }

    public List<JsonNode> frames(String type) {
        return frames.stream().filter(f -> f.path("type").asText().equals(type)).toList();
    }

    /** The first frame of a type, once it is there. */
    public JsonNode await(String type) {
        return awaitMany(type, 1).getFirst();
    }

    /** The frames of a type, once there are so many. */
    public List<JsonNode> awaitMany(String type, int count) {
        return Awaitility.await(type + " in " + frames)
                .pollInterval(Duration.ofMillis(10))
                .atMost(LIMIT)
                .until(() -> frames(type), some -> some.size() >= count);
    }

    /** The code that the server closed with. */
    public int awaitClose() {
        return closed.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Waits until the service under test delivers live events: its consumer begins with what comes next. */
    public static void awaitDelivery(URI address) {
        String probe = "probe-" + UUID.randomUUID();
        try (LiveClient client = connect(address, TestTokens.shared().user(probe, "client"))) {
            long[] sequence = {0};
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                BookingStory.publish("account.changes", accountChanged(probe, ++sequence[0], true));
                return !client.frames("status_update").isEmpty();
            });
        }
    }

    /** That somebody's account changed. */
    public static CloudEvent accountChanged(String userId, long sequence, boolean active) {
        String payload = """
                {"userId": "%s", "roles": ["client"], "timeZone": "Europe/Zurich", "locale": "en", "active": %b}""".formatted(userId, active);
        return CloudEvent.of("account.changed.v1", "api-gateway", userId, sequence, payload);
    }

    @Override
    public void close() {
        open().abort();
    }
}
