package org.coachbook.notification.live;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.notification.reading.CalendarsClient;

/**
 * Who watches which calendar. Whether he may is asked when he begins to, when he comes with a fresh token, and when
 * something has changed that decides it; a watch that is not known to be allowed ends, and its socket is told.
 */
@Singleton
class Watching {
    /** So that a calendar with many watchers does not flood the service that is asked. */
    private static final int ASKED_AT_ONCE = 16;

    private final LiveSockets sockets;
    private final CalendarsClient calendars;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();

    Watching(LiveSockets sockets, CalendarsClient calendars, Clock clock) {
        this.sockets = sockets;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Lets a socket watch a calendar.
     *
     * @throws ProblemException 404 where its person may not see it, 503 where that cannot be known now
     */
    void begin(LiveSocket socket, String coachId) {
        long seen = changes.get();
        requireVisible(socket, coachId);
        sockets.watch(socket, coachId);
        if (changes.get() != seen) { // by a change that may not have found this watch yet
            keepOrEnd(socket, coachId);
        }
    }

    /** Asks again for all that a socket watches. */
    void check(LiveSocket socket) {
        Set.copyOf(socket.watched()).forEach(coachId -> checkOne(socket, coachId));
    }

    /** Asks again for all who watch a calendar; when this returns, nobody is left who may not. */
    void check(String coachId) {
        changes.incrementAndGet();
        checkAll(sockets.watchersOf(coachId), coachId);
    }

    /** Asks again for one person who may watch a calendar. */
    void check(String coachId, String subject) {
        changes.incrementAndGet();
        List<LiveSocket> his = sockets.watchersOf(coachId).stream()
                .filter(socket -> socket.subject().equals(subject))
                .toList();
        checkAll(his, coachId);
    }

    private void checkAll(Collection<LiveSocket> watchers, String coachId) {
        Semaphore places = new Semaphore(ASKED_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            watchers.forEach(socket -> threads.execute(() -> {
                places.acquireUninterruptibly();
                try {
                    checkOne(socket, coachId);
                } finally {
                    places.release();
                }
            }));
        }
    }

    private void checkOne(LiveSocket socket, String coachId) {
        try {
            keepOrEnd(socket, coachId);
        } catch (ProblemException e) {
            Problem problem = e.problem().with("coachId", coachId);
            socket.send(FrameJson.answer("problem", clock.instant(), problem));
        }
    }

    private void keepOrEnd(LiveSocket socket, String coachId) {
        try {
            requireVisible(socket, coachId);
        } catch (ProblemException e) {
            sockets.unwatch(socket, coachId);
            throw e;
        }
    }

    private void requireVisible(LiveSocket socket, String coachId) {
        if (!calendars.visible(coachId, socket.signedIn().token())) {
            throw Problem.notFound("calendar").asException();
        }
    }
}
