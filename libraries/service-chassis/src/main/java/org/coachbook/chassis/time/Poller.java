package org.coachbook.chassis.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a piece of work again and again on a virtual thread until closed. A round that fails is logged and the next one
 * comes all the same. {@link #wake()} brings the next round forward.
 */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Poller.class);

    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private Poller(String name, Duration pause, Runnable work) {
        this.thread = Thread.ofVirtual().name(name).start(() -> run(name, pause, work));
    }

    /** Starts polling with {@code pause} between two rounds. */
    public static Poller every(Duration pause, String name, Runnable work) {
        return new Poller(name, pause, work);
    }

    /** Starts the next round now, or right after the running one. */
    public void wake() {
        wakeUps.release();
    }

    private void run(String name, Duration pause, Runnable work) {
        while (!closed) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "A round of %s failed; the next one follows", name);
            }
            await(pause);
        }
    }

    private void await(Duration pause) {
        try {
            if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Stops after the running round; waits for it at most five seconds. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
