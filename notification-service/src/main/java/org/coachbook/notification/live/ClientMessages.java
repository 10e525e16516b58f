package org.coachbook.notification.live;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;

/** Does what clients say over their sockets; what cannot be done is answered with a problem, the socket stays open. */
@Singleton
class ClientMessages {
    private final LiveSockets sockets;
    private final FrameRepository frames;
    private final Watching watching;
    private final SignIn signIn;
    private final Clock clock;

    ClientMessages(LiveSockets sockets, FrameRepository frames, Watching watching, SignIn signIn, Clock clock) {
        this.sockets = sockets;
        this.frames = frames;
        this.watching = watching;
        this.signIn = signIn;
        this.clock = clock;
    }

    void handle(ClientMessage message, LiveSocket socket) {
        try {
            switch (message) {
                case ClientMessage.Ping _ -> socket.send(answer("pong", Map.of()));
                case ClientMessage.Watch watch -> watch(socket, watch.coachId());
                case ClientMessage.Since since -> catchUp(socket, since.frameId());
                case ClientMessage.Authenticate fresh -> authenticate(socket, fresh.token());
                case ClientMessage.Unknown _ ->
                    throw Problem.invalid("message", "is none that is known here")
                            .asException();
            }
        } catch (ProblemException e) {
            socket.send(answer("problem", e.problem()));
        }
    }

    private void watch(LiveSocket socket, String coachId) {
        if (socket.watched().size() >= LiveSocket.MOST_WATCHED) {
            throw Problem.of(429, "rate-limited", "A socket watches at most 20 calendars.")
                    .asException();
        }
        watching.begin(socket, coachId);
        socket.send(answer("watching", Map.of("coachId", coachId)));
    }

    /** The socket hears of everything new already, so nothing falls between the backlog and what is live. */
    private void catchUp(LiveSocket socket, String frameId) {
        String subject = socket.subject();
        List<Frame> recent = sockets.recentOf(subject);
        Optional<Frame> last = frames.find(subject, frameId)
                .or(() -> recent.stream().filter(f -> f.id().equals(frameId)).findFirst());
        List<Frame> missed = Backlog.after(last.orElse(null), frames.since(subject, Backlog.from(last)), recent);
        missed.forEach(frame -> socket.sendAndWait(frame.json()));
        socket.send(answer("caught_up", Map.of("frames", missed.size())));
    }

    private void authenticate(LiveSocket socket, String token) {
        Optional<SignedIn> fresh = signIn.with(token);
        if (fresh.isEmpty()) {
            socket.close(LiveSocket.TOKEN_EXPIRED, "The access token is not valid");
        } else if (!fresh.get().subject().equals(socket.subject())) {
            socket.close(LiveSocket.OTHER_SUBJECT, "The access token is somebody else's");
        } else {
            socket.prolong(fresh.get());
            watching.check(socket);
            socket.send(answer("authenticated", Map.of("expiresAt", fresh.get().expiresAt())));
        }
    }

    private String answer(String type, Object data) {
        return FrameJson.answer(type, clock.instant(), data);
    }
}
