package org.coachbook.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@code mongod} child process that ends when this JVM ends, even when the JVM is killed. */
final class MongodProcess {
    static final String REPLICA_SET = "coachbook";

    // The shell waits on its standard input, a pipe held by this JVM: it closes however the JVM ends.
    private static final String LEASH = "\"$@\" >/dev/null 2>&1 & echo $!; cat >/dev/null; kill $! 2>/dev/null";
    private static final long GRACE_SECONDS = 10;

    private final Process leash;
    private final ProcessHandle mongod;
    private final Path log;

    private MongodProcess(Process leash, ProcessHandle mongod, Path log) {
        this.leash = leash;
        this.mongod = mongod;
        this.log = log;
    }

    static MongodProcess start(Path program, int port, Path data) {
        try {
            Files.createDirectories(data);
            Path log = data.resolve("mongod.log");
            Process leash = new ProcessBuilder(command(program, port, data, log))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new MongodProcess(leash, handle(leash, log), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path program, int port, Path data, Path log) {
        List<String> server = List.of(
                program.toString(), "--replSet", REPLICA_SET, "--bind_ip", "127.0.0.1", "--port", String.valueOf(port));
        List<String> storage = List.of("--dbpath", data.toString(), "--logpath", log.toString(), "--logappend");
        List<String> size = List.of("--wiredTigerCacheSizeGB", "0.5", "--oplogSize", "256", "--nounixsocket");
        List<String> quiet = List.of("--setParameter", "diagnosticDataCollectionEnabled=false");
        return java.util.stream.Stream.of(List.of("sh", "-c", LEASH, "sh"), server, storage, size, quiet)
                .flatMap(List::stream)
                .toList();
    }

    private static ProcessHandle handle(Process leash, Path log) throws IOException {
        BufferedReader output = leash.inputReader(StandardCharsets.US_ASCII);
        return Optional.ofNullable(output.readLine())
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new IOException("mongod did not start, see " + log));
    }

    long pid() {
        return mongod.pid();
    }

    boolean isAlive() {
        return mongod.isAlive();
    }

    Path log() {
        return log;
    }

    /** Asks it to end, and kills it after 10 seconds. */
    void stop() {
        mongod.destroy();
        try {
            mongod.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            mongod.destroyForcibly();
            mongod.onExit().join();
        } catch (InterruptedException e) {
            mongod.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        leash.destroy();
    }
}
