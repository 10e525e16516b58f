package org.coachbook.chassis.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's own MongoDB database: majority writes, primary and majority reads. */
@Singleton
public class Database {
    private static final TransactionOptions SNAPSHOT = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .readPreference(ReadPreference.primary())
            .maxCommitTime(2L, TimeUnit.SECONDS)
            .build();

    private final MongoClient client;
    private final MongoDatabase database;

    @Inject
    public Database(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        this.client = client;
        this.database = client.getDatabase(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** A collection of untyped documents. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** A collection whose documents are records, mapped by the driver's record codec. */
    public <T> MongoCollection<T> collection(String name, Class<T> type) {
        return database.getCollection(name, type);
    }

    /**
     * Runs {@code work} in a snapshot transaction, only where two documents must move together. The work may run more
     * than once, so it must have no effect beside the session's writes.
     */
    public <T> T inTransaction(Function<ClientSession, T> work) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(() -> work.apply(session), SNAPSHOT);
        }
    }
}
