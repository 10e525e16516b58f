package org.coachbook.localstack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.coachbook.testing.LeashedProcess;
import org.jspecify.annotations.Nullable;

/** A part of the stack that runs as a process of its own and can be started again. */
public final class StackProcess {
    private final String name;
    private final Supplier<LeashedProcess> launch;
    private final Duration grace;
    private @Nullable LeashedProcess current;
    private boolean wanted;

    /**
     * A part that does not run yet.
     *
     * @param launch starts the process
     * @param grace how long it may take to end
     */
    public StackProcess(String name, Supplier<LeashedProcess> launch, Duration grace) {
        this.name = name;
        this.launch = launch;
        this.grace = grace;
    }

    /** Name of the part, as {@code booking-service}. */
    public String name() {
        return name;
    }

    /** Starts it; returns before it is ready. */
    public synchronized void start() {
        current = launch.get();
        wanted = true;
    }

    /** Ends it in order. */
    public synchronized void stop() {
        wanted = false;
        if (current != null) {
            current.stop(grace);
        }
    }

    /** Kills it at once; a stack that revives its children will start it again. */
    public synchronized void kill() {
        if (current != null) {
            current.kill();
        }
    }

    /** Ends what runs of it and starts it again. */
    public synchronized void restart() {
        stop();
        start();
    }

    /** Starts it again if it ended without being told to; answers whether it had. */
    public synchronized boolean revive() {
        boolean ended = wanted && !isAlive();
        if (ended) {
            start();
        }
        return ended;
    }

    /** Whether it runs. */
    public synchronized boolean isAlive() {
        return current != null && current.isAlive();
    }

    /** What identifies the running process; empty before the first start. */
    public synchronized Optional<ProcessRecord> identity() {
        return Optional.ofNullable(current)
                .map(process -> new ProcessRecord(
                        name, process.pid(), process.startInstant().orElse(Instant.EPOCH)));
    }
}
