package org.coachbook.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebSocketTunnelIT {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Test
    void frames_travel_in_both_directions() throws Exception {
        WebSocket socket = open("/ws");
        socket.sendText("one", true).join();
        assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("echo one");
        socket.sendText("x".repeat(3_000), true).join();
        assertThat(received.poll(5, TimeUnit.SECONDS)).hasSize(3_005);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
        assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("closed 1000");
    }

    @Test
    void a_refused_upgrade_keeps_its_status() {
        assertThatThrownBy(() -> open("/feeds/refused"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }

    private WebSocket open(String path) {
        URI ws = URI.create("ws://127.0.0.1:" + RestAssured.port + path);
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(ws, new Collecting())
                .join();
    }

    private final class Collecting implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            received.add("closed " + statusCode);
            return WebSocket.Listener.super.onClose(socket, statusCode, reason);
        }
    }
}
