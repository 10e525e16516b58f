package org.coachbook.testing;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterConnectionMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/** Makes a started {@code mongod} the primary of a replica set with itself as the only member. */
final class ReplicaSetInitiation {
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int INVALID_REPLICA_SET_CONFIG = 93;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final int port;
    private final LeashedProcess process;
    private String lastFailure = "no answer yet";

    ReplicaSetInitiation(int port, LeashedProcess process) {
        this.port = port;
        this.process = process;
    }

    /** Returns once writes are accepted. */
    void awaitPrimary(Duration limit) {
        Instant end = Instant.now().plus(limit);
        await(() -> !FreePorts.isFree(port), end); // the driver would log refused connections
        try (MongoClient client = MongoClients.create(direct())) {
            MongoDatabase admin = client.getDatabase("admin");
            await(() -> isPrimary(admin), end);
        }
    }

    private void await(BooleanSupplier condition, Instant end) {
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "mongod on port " + port + " is not primary (" + lastFailure + "), see " + process.log());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isPrimary(MongoDatabase admin) {
        try {
            if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                return true;
            }
            configure(admin);
            return false;
        } catch (MongoException e) {
            lastFailure = e.toString(); // not listening yet, or between two states
            return false;
        }
    }

    private void configure(MongoDatabase admin) {
        try {
            admin.runCommand(new Document("replSetGetStatus", 1));
        } catch (MongoCommandException e) {
            switch (e.getErrorCode()) {
                case NOT_YET_INITIALIZED -> admin.runCommand(new Document("replSetInitiate", config(1)));
                case INVALID_REPLICA_SET_CONFIG -> adopt(admin);
                default -> throw e;
            }
        }
    }

    /** The data was written on another port: the only member takes its new address. */
    private void adopt(MongoDatabase admin) {
        Document stored = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
        admin.runCommand(
                new Document("replSetReconfig", config(stored.getInteger("version") + 1)).append("force", true));
    }

    private Document config(int version) {
        return new Document("_id", MongodProcess.REPLICA_SET)
                .append("version", version)
                .append("members", List.of(new Document("_id", 0).append("host", "127.0.0.1:" + port)));
    }

    private MongoClientSettings direct() {
        return MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(1, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(100, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(50, TimeUnit.MILLISECONDS))
                .build();
    }
}
