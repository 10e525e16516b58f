package org.coachbook.gateway.sessions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.coachbook.chassis.mongo.Database;

/** Session families. */
@Startup
@Singleton
class SessionRepository {
    private final MongoCollection<SessionFamily> families;

    SessionRepository(Database database) {
        this.families = database.collection("sessions", SessionFamily.class);
        families.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        families.createIndex(Indexes.ascending("accountId"));
    }

    void add(SessionFamily family) {
        families.insertOne(family);
    }

    Optional<SessionFamily> find(String id) {
        return Optional.ofNullable(families.find(eq(id)).first());
    }

    /** Whether the step was made; false when somebody else made one from the same token first. */
    boolean rotate(SessionFamily read, String nextHash, String salt, Instant now, Instant expiresAt) {
        return families.updateOne(
                                and(eq(read.id()), eq("currentHash", read.currentHash())),
                                combine(
                                        set("precedingHash", read.currentHash()),
                                        set("currentHash", nextHash),
                                        set("salt", salt),
                                        set("rotatedAt", now),
                                        set("expiresAt", expiresAt)))
                        .getModifiedCount()
                == 1;
    }

    void end(String id) {
        families.deleteOne(eq(id));
    }
}
