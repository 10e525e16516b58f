package org.coachbook.notification.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** One open socket: who is at it, what he watches, and how much he has not read yet. */
final class LiveSocket {
    static final TypedKey<SignedIn> SIGNED_IN = new TypedKey<>("signed-in");
    static final TypedKey<LiveSocket> SELF = new TypedKey<>("live-socket");
    static final int TOKEN_EXPIRED = 4401;
    static final int OTHER_SUBJECT = 4403;
    static final int SLOW_READER = 4008;
    static final int MOST_WATCHED = 20;

    private static final Logger LOG = Logger.getLogger(LiveSocket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebSocketConnection connection;
    private final int longestQueue;
    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile SignedIn signedIn;

    LiveSocket(WebSocketConnection connection, SignedIn signedIn, int longestQueue) {
        this.connection = connection;
        this.signedIn = signedIn;
        this.longestQueue = longestQueue;
    }

    SignedIn signedIn() {
        return signedIn;
    }

    String subject() {
        return signedIn.subject();
    }

    /** A fresh token of the same person prolongs the socket's life. */
    void prolong(SignedIn fresh) {
        signedIn = fresh;
    }

    boolean expired(Instant now) {
        return !now.isBefore(signedIn.expiresAt());
    }

    Set<String> watched() {
        return watched;
    }

    /** Queues a frame and returns at once; who lets too many wait is too slow and is closed with 4008. */
    void send(String json) {
        if (closing.get()) {
            return;
        }
        if (queued.incrementAndGet() > longestQueue) {
            close(SLOW_READER, "Too slow: connect again and ask for what you missed");
            return;
        }
        connection
                .sendText(json)
                .subscribe()
                .with(_ -> queued.decrementAndGet(), failure -> LOG.debugf("A frame was not sent: %s", failure));
    }

    /** Sends a frame and waits until it is written; for backlogs, which would not fit into the queue. */
    void sendAndWait(String json) {
        try {
            connection.sendText(json).await().atMost(PATIENCE);
        } catch (TimeoutException e) {
            close(SLOW_READER, "Too slow: connect again and ask for what you missed");
            throw e;
        }
    }

    void close(int code, String reason) {
        if (closing.compareAndSet(false, true) && connection.isOpen()) {
            connection
                    .close(new CloseReason(code, reason))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.debugf("A socket was gone before it was closed: %s", failure));
        }
    }
}
