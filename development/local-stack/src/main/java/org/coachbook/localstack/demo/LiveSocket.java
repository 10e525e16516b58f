package org.coachbook.localstack.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coachbook.localstack.http.Eventually;
import org.jspecify.annotations.Nullable;

/** A person's open WebSocket, which keeps every frame it receives. */
final class LiveSocket implements AutoCloseable {
    private final HttpClient client;
    private final WebSocket socket;
    private final Frames frames;

    private LiveSocket(HttpClient client, WebSocket socket, Frames frames) {
        this.client = client;
        this.socket = socket;
        this.frames = frames;
    }

    static LiveSocket open(URI gateway, String accessToken) {
        String carrier = URLEncoder.encode(
                        "quarkus-http-upgrade#Authorization#Bearer " + accessToken, StandardCharsets.UTF_8)
                .replace("+", "%20");
        URI url = URI.create("ws" + gateway.toString().substring("http".length()) + "/ws");
        HttpClient client = HttpClient.newHttpClient();
        Frames frames = new Frames();
        WebSocket socket = client.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .header("Origin", gateway.toString())
                .subprotocols("bearer-token-carrier", carrier)
                .buildAsync(url, frames)
                .join();
        return new LiveSocket(client, socket, frames);
    }

    /** The first frame that contains all of these texts. */
    String await(Duration limit, String... texts) {
        Eventually.becomes(limit, () -> frames.has(texts), "a frame with " + String.join(", ", texts) + " came");
        return frames.first(texts);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private static final class Frames implements WebSocket.Listener {
        private final List<String> received = new CopyOnWriteArrayList<>();
        private final StringBuilder partial = new StringBuilder();

        boolean has(String... texts) {
            return received.stream().anyMatch(frame -> containsAll(frame, texts));
        }

        String first(String... texts) {
            return received.stream()
                    .filter(frame -> containsAll(frame, texts))
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean containsAll(String frame, String... texts) {
            return List.of(texts).stream().allMatch(frame::contains);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(partial.toString());
                partial.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
