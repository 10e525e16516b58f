package org.coachbook.pricing.facts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.coachbook.pricing.UniqueDocuments;

/** Our copy of other services' facts: per subject the one with the highest sequence, however often or late it comes. */
@Startup
@ApplicationScoped
class FactRepository {
    /** A session type by its id. */
    public record SessionTypeDocument(@BsonId String id, long sequence, SessionTypeChanged fact) {}

    /** A schedule by its coach's id. */
    public record ScheduleDocument(@BsonId String id, long sequence, ScheduleChanged fact) {}

    /** A connection by its id. */
    public record ConnectionDocument(@BsonId String id, long sequence, ConnectionChanged fact) {}

    private final MongoCollection<SessionTypeDocument> sessionTypes;
    private final MongoCollection<ScheduleDocument> schedules;
    private final MongoCollection<ConnectionDocument> connections;

    FactRepository(Database database) {
        this.sessionTypes = database.collection("session_types", SessionTypeDocument.class);
        this.schedules = database.collection("schedules", ScheduleDocument.class);
        this.connections = database.collection("connections", ConnectionDocument.class);
        connections.createIndex(Indexes.ascending("fact.coachId", "fact.clientId"));
    }

    Optional<SessionTypeChanged> sessionType(String id) {
        return Optional.ofNullable(sessionTypes.find(eq("_id", id)).first()).map(SessionTypeDocument::fact);
    }

    Optional<ScheduleChanged> schedule(String coachId) {
        return Optional.ofNullable(schedules.find(eq("_id", coachId)).first()).map(ScheduleDocument::fact);
    }

    /** What connects the two, or did. */
    Optional<ConnectionChanged> connection(String coachId, String clientId) {
        return Optional.ofNullable(connections
                        .find(and(eq("fact.coachId", coachId), eq("fact.clientId", clientId)))
                        .first())
                .map(ConnectionDocument::fact);
    }

    void keep(SessionTypeDocument newer) {
        keep(sessionTypes, newer.id(), newer.sequence(), newer);
    }

    void keep(ScheduleDocument newer) {
        keep(schedules, newer.id(), newer.sequence(), newer);
    }

    void keep(ConnectionDocument newer) {
        keep(connections, newer.id(), newer.sequence(), newer);
    }

    /** Nothing older matches the filter where the same or a newer fact is kept, and its id refuses the insert. */
    private static <T> void keep(MongoCollection<T> facts, String id, long sequence, T newer) {
        Bson older = and(eq("_id", id), lt("sequence", sequence));
        UniqueDocuments.written(() -> facts.replaceOne(older, newer, new ReplaceOptions().upsert(true)));
    }
}
