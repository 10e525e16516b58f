package org.coachbook.notification.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.coachbook.chassis.time.Poller;

/** The sockets of this replica, by who is at them and by whose calendar they watch. */
@Startup
@Singleton
class LiveSockets {
    private static final int REMEMBERED_FRAMES = 20_000;

    private final Set<LiveSocket> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<LiveSocket>> bySubject = new ConcurrentHashMap<>();
    private final Map<String, Set<LiveSocket>> byWatched = new ConcurrentHashMap<>();
    private final RecentFrames recent = new RecentFrames(REMEMBERED_FRAMES);
    private final Clock clock;
    private final Poller expiry;

    LiveSockets(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("live.sockets", all, Set::size).register(meters);
        this.expiry = Poller.every(Duration.ofSeconds(1), "token expiry", this::closeExpired);
    }

    void add(LiveSocket socket) {
        all.add(socket);
        put(bySubject, socket.subject(), socket);
    }

    void remove(LiveSocket socket) {
        all.remove(socket);
        take(bySubject, socket.subject(), socket);
        socket.watched().forEach(coachId -> take(byWatched, coachId, socket));
    }

    void watch(LiveSocket socket, String coachId) {
        socket.watched().add(coachId);
        put(byWatched, coachId, socket);
        if (!all.contains(socket)) {
            take(byWatched, coachId, socket);
        }
    }

    void unwatch(LiveSocket socket, String coachId) {
        socket.watched().remove(coachId);
        take(byWatched, coachId, socket);
    }

    /** Sends a frame to its recipient's sockets, once. */
    void deliver(Frame frame) {
        if (recent.add(frame)) {
            toSubject(frame.recipientId(), frame.json());
        }
    }

    void toSubject(String subject, String json) {
        bySubject.getOrDefault(subject, Set.of()).forEach(socket -> socket.send(json));
    }

    void toWatchers(String coachId, String json) {
        byWatched.getOrDefault(coachId, Set.of()).forEach(socket -> socket.send(json));
    }

    /** The sockets that watch a calendar now. */
    Set<LiveSocket> watchersOf(String coachId) {
        return Set.copyOf(byWatched.getOrDefault(coachId, Set.of()));
    }

    /** Closes all sockets of somebody who may not be signed in any more. */
    void signOut(String subject) {
        bySubject
                .getOrDefault(subject, Set.of())
                .forEach(socket -> socket.close(LiveSocket.TOKEN_EXPIRED, "Sign in again"));
    }

    /** How many sockets somebody has at this replica. */
    int of(String subject) {
        return bySubject.getOrDefault(subject, Set.of()).size();
    }

    /** The last frames that this replica made for somebody. */
    List<Frame> recentOf(String subject) {
        return recent.of(subject);
    }

    private void closeExpired() {
        Instant now = clock.instant();
        all.stream()
                .filter(socket -> socket.expired(now))
                .forEach(socket -> socket.close(LiveSocket.TOKEN_EXPIRED, "The access token has expired"));
    }

    private static void put(Map<String, Set<LiveSocket>> index, String key, LiveSocket socket) {
        index.compute(key, (_, sockets) -> {
            Set<LiveSocket> some = sockets == null ? ConcurrentHashMap.newKeySet(2) : sockets;
            some.add(socket);
            return some;
        });
    }

    private static void take(Map<String, Set<LiveSocket>> index, String key, LiveSocket socket) {
        index.computeIfPresent(key, (_, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    @PreDestroy
    void close() {
        expiry.close();
    }
}
