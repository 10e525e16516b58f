package org.coachbook.notification.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.coachbook.chassis.time.Poller;
import org.coachbook.notification.inbox.Inbox;

/**
 * Tells sockets of new inbox entries, on whichever replica they were added. It follows the inbox itself, so that an entry
 * can be read when its frame arrives.
 */
@Startup
@Singleton
class NewNotices {
    private final Poller following;
    private volatile boolean stopped;

    NewNotices(Inbox inbox, LiveSockets sockets) {
        this.following = Poller.every(
                Duration.ofSeconds(1),
                "new notices",
                () -> inbox.follow(notice -> sockets.deliver(Frames.notification(notice)), () -> stopped));
    }

    /** Before the database client goes. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        following.close();
    }
}
