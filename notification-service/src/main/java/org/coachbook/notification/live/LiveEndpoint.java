package org.coachbook.notification.live;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** {@code GET /ws}: frames for whoever is signed in. What he is sent follows from his token alone. */
@WebSocket(path = "/ws")
public class LiveEndpoint {
    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class);
    private static final int UNSUPPORTED_DATA = 1003;
    private static final int MESSAGE_TOO_BIG = 1009;
    private static final int INTERNAL_ERROR = 1011;
    private static final int LONGEST_MESSAGE = 4096;

    private final LiveSockets sockets;
    private final ClientMessages messages;
    private final int longestQueue;

    LiveEndpoint(
            LiveSockets sockets,
            ClientMessages messages,
            @ConfigProperty(name = "coachbook.live.longest-queue") int longestQueue) {
        this.sockets = sockets;
        this.messages = messages;
        this.longestQueue = longestQueue;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        SignedIn signedIn = connection.userData().get(LiveSocket.SIGNED_IN);
        LiveSocket socket = new LiveSocket(connection, signedIn, longestQueue);
        connection.userData().put(LiveSocket.SELF, socket);
        sockets.add(socket);
    }

    @OnTextMessage
    @RunOnVirtualThread
    void received(String text, WebSocketConnection connection) {
        LiveSocket socket = connection.userData().get(LiveSocket.SELF);
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_MESSAGE) {
            socket.close(MESSAGE_TOO_BIG, "A message has at most 4 KiB");
        } else {
            messages.handle(ClientMessage.parse(text), socket);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    void refused(Buffer ignored, WebSocketConnection connection) {
        socketOf(connection).ifPresent(socket -> socket.close(UNSUPPORTED_DATA, "Messages are text"));
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        socketOf(connection).ifPresent(sockets::remove);
    }

    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debug("A socket failed", failure);
        socketOf(connection).ifPresent(socket -> socket.close(INTERNAL_ERROR, "Connect again"));
    }

    /** Empty when it failed before it was open. */
    private static Optional<LiveSocket> socketOf(WebSocketConnection connection) {
        return Optional.ofNullable(connection.userData().get(LiveSocket.SELF));
    }
}
