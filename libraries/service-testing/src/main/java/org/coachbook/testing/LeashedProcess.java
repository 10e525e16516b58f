package org.coachbook.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A child process that ends when this JVM ends, even when the JVM is killed. Needs a POSIX shell. */
public final class LeashedProcess {
    // A watcher reads a pipe held by this JVM: it closes however the JVM ends. An interrupt from the terminal
    // reaches only the JVM, which then stops its children in order.
    private static final String LEASH = """
            trap '' INT; exec 3<&0; log=$1; rubbish=$2; shift 2
            "$@" >>"$log" 2>&1 </dev/null 3<&- & child=$!
            echo $child; exec >/dev/null 2>&1
            { cat <&3; kill $child; } & watcher=$!
            wait $child; kill $watcher
            if [ -n "$rubbish" ]; then rm -rf "$rubbish"; fi
            """;
    private static final long LEASH_SECONDS = 10;

    private final Process leash;
    private final ProcessHandle child;
    private final Path log;

    private LeashedProcess(Process leash, ProcessHandle child, Path log) {
        this.leash = leash;
        this.child = child;
        this.log = log;
    }

    /**
     * Starts a program.
     *
     * @param environment added to this JVM's environment
     * @param log file to which its output is appended; its directory is created if missing
     */
    public static LeashedProcess start(List<String> command, Map<String, String> environment, Path log) {
        return start(command, environment, log, "");
    }

    /** As the other, and removes this directory when the program has ended, however that came about. */
    static LeashedProcess startIn(Path temporary, List<String> command, Path log) {
        return start(command, Map.of(), log, temporary.toString());
    }

    private static LeashedProcess start(
            List<String> command, Map<String, String> environment, Path log, String rubbish) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(
                    Stream.concat(Stream.of("sh", "-c", LEASH, "sh", log.toString(), rubbish), command.stream())
                            .toList());
            builder.environment().putAll(environment);
            Process leash =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new LeashedProcess(leash, child(leash, log), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle child(Process leash, Path log) throws IOException {
        BufferedReader output = leash.inputReader(StandardCharsets.US_ASCII);
        return Optional.ofNullable(output.readLine())
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new IOException("The process did not start or ended at once, see " + log));
    }

    /** The program's process id, not the leash's. */
    public long pid() {
        return child.pid();
    }

    /** When it started, as far as the system tells; with the process id it names a process for good. */
    public Optional<Instant> startInstant() {
        return child.info().startInstant();
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Asks it to end, kills it when it has not after {@code grace}, and waits until it has gone. */
    public void stop(Duration grace) {
        child.destroy();
        try {
            child.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            child.destroyForcibly();
            child.onExit().join();
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        release();
    }

    /** Kills it at once, as {@code kill -9} does, and waits until it has gone. */
    public void kill() {
        child.destroyForcibly();
        child.onExit().join();
        release();
    }

    /** The shell ends by itself once the program has; only then may its pipe be closed. */
    private void release() {
        try {
            if (!leash.waitFor(LEASH_SECONDS, TimeUnit.SECONDS)) {
                leash.destroyForcibly();
            }
            leash.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
