package org.coachbook.stripesimulator.objects;

import java.time.Duration;

/** Runs things later on the simulator's event loop. */
public interface Timers {
    /** Runs the task once after the delay. */
    void after(Duration delay, Runnable task);
}
