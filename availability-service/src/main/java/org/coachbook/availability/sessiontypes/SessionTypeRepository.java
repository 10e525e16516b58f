package org.coachbook.availability.sessiontypes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;

/** Session types in MongoDB. */
@Startup
@ApplicationScoped
class SessionTypeRepository {
    public record Sent(@BsonId String id, List<OutboxMessage> outbox) {}

    /** A session type with the message that announces it, as it is first stored. */
    public record Stored(
            @BsonId String id,
            String coachId,
            long version,
            SessionSettings settings,
            boolean deleted,
            List<OutboxMessage> outbox,
            Instant outboxPendingSince) {}

    private final MongoCollection<SessionType> types;
    private final Outbox outbox;
    private final Clock clock;

    SessionTypeRepository(Database database, Outboxes outboxes, Clock clock) {
        this.types = database.collection("sessionTypes", SessionType.class);
        this.types.createIndex(Indexes.ascending("coachId"));
        this.outbox = outboxes.of(types);
        this.clock = clock;
    }

    Optional<SessionType> find(String id) {
        return Optional.ofNullable(types.find(eq(id)).first());
    }

    /** All of a coach but the removed ones. */
    List<SessionType> ofCoach(String coachId) {
        return types.find(and(eq("coachId", coachId), ne("deleted", true)))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    void insert(SessionType type) {
        List<OutboxMessage> facts = List.of(fact(type));
        types.withDocumentClass(Stored.class)
                .insertOne(new Stored(
                        type.id(),
                        type.coachId(),
                        type.version(),
                        type.settings(),
                        type.deleted(),
                        facts,
                        clock.instant()));
        outbox.written(type.id(), facts, facts.size());
    }

    /** Stores the edit unless another one came first. */
    boolean replace(SessionType edited) {
        Sent sent = types.withDocumentClass(Sent.class)
                .findOneAndUpdate(
                        and(eq(edited.id()), eq("version", edited.version() - 1)),
                        Updates.combine(
                                Updates.set("settings", edited.settings()),
                                Updates.set("deleted", edited.deleted()),
                                Updates.set("version", edited.version()),
                                Outbox.append(List.of(fact(edited)), clock.instant())),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(Outbox.FIELD))
                                .returnDocument(ReturnDocument.AFTER));
        if (sent == null) {
            return false;
        }
        outbox.written(edited.id(), sent.outbox(), 1);
        return true;
    }

    private static OutboxMessage fact(SessionType type) {
        return OutboxMessage.of(type.asFact(), type.id() + ":" + type.version(), type.id(), type.id(), type.version());
    }
}
