package org.coachbook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A one-node MongoDB replica set on 127.0.0.1, with transactions and change streams, owned by this JVM. */
public final class MongoReplicaSet implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String uri;
    private final @Nullable LeashedProcess process;

    private MongoReplicaSet(String uri, @Nullable LeashedProcess process) {
        this.uri = uri;
        this.process = process;
    }

    /** The replica set named by {@code COACHBOOK_MONGODB_URI}, or a new one on a free port with empty data. */
    public static MongoReplicaSet obtain() {
        String external = System.getenv("COACHBOOK_MONGODB_URI");
        return external == null || external.isBlank() ? start() : new MongoReplicaSet(external, null);
    }

    /** Starts one on a free port, with data that goes when it ends. */
    public static MongoReplicaSet start() {
        try {
            int port = FreePorts.next();
            Path data = Files.createTempDirectory("coachbook-mongodb");
            return initiated(port, MongodProcess.startTemporary(MongodBinary.locate(), port, data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts one with data that outlives it; a directory used before continues, also on another port.
     *
     * @param port loopback port
     * @param data directory, created if missing; holds {@code mongod.log} too
     */
    public static MongoReplicaSet start(int port, Path data) {
        return initiated(port, MongodProcess.start(MongodBinary.locate(), port, data));
    }

    private static MongoReplicaSet initiated(int port, LeashedProcess process) {
        try {
            new ReplicaSetInitiation(port, process).awaitPrimary(START_LIMIT);
            return new MongoReplicaSet(
                    "mongodb://127.0.0.1:" + port + "/?replicaSet=" + MongodProcess.REPLICA_SET, process);
        } catch (RuntimeException e) {
            process.stop(GRACE);
            throw e;
        }
    }

    /** Connection string of the replica set, without a database. */
    public String uri() {
        return uri;
    }

    /** The process id of {@code mongod}; empty when it runs elsewhere ({@code COACHBOOK_MONGODB_URI}). */
    public OptionalLong pid() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    /** The process of {@code mongod}; empty when it runs elsewhere. */
    public Optional<LeashedProcess> process() {
        return Optional.ofNullable(process);
    }

    /** Stops {@code mongod} and waits until it has gone. */
    @Override
    public void close() {
        if (process != null) {
            process.stop(GRACE);
        }
    }
}
