package org.coachbook.localstack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was started here. Process ids are used again by the system, so the start instant is part of it.
 *
 * @param name what it runs, as {@code booking-service}
 */
public record ProcessRecord(String name, long pid, Instant startedAt) {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** This JVM. */
    public static ProcessRecord ofThisJvm(String name) {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessRecord(name, self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process if it still runs; a stranger with the same id is not it. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(actual -> Duration.between(actual, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }
}
