package org.coachbook.notification.live;

import jakarta.inject.Singleton;
import java.util.List;

/** Keeps frames for those who are not connected. */
@Singleton
public class FrameStore {
    private final FrameRepository frames;

    FrameStore(FrameRepository frames) {
        this.frames = frames;
    }

    /** Stores frames; repeated ones change nothing. */
    public void keep(List<Frame> kept) {
        frames.keep(kept);
    }
}
