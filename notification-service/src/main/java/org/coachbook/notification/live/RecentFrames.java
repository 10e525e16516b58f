package org.coachbook.notification.live;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * The last frames this replica made. It knows repeated ones, and it closes the gap between a reconnect and the storing of
 * a frame that passed just before.
 */
final class RecentFrames {
    private final int most;
    private final Set<String> keys = new HashSet<>();
    private final Queue<Frame> frames = new ArrayDeque<>();

    RecentFrames(int most) {
        this.most = most;
    }

    /** Whether the frame was not here before. */
    synchronized boolean add(Frame frame) {
        if (!keys.add(frame.key())) {
            return false;
        }
        frames.add(frame);
        if (frames.size() > most) {
            keys.remove(frames.remove().key());
        }
        return true;
    }

    synchronized List<Frame> of(String recipientId) {
        return frames.stream()
                .filter(frame -> frame.recipientId().equals(recipientId))
                .toList();
    }
}
