package org.coachbook.availability.sessiontypes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
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
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.coachbook.contracts.availability.AvailabilityChanged;

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

    boolean areAllOf(String coachId, Set<String> ids) {
        return types.countDocuments(and(in("_id", ids), eq("coachId", coachId))) == ids.size();
    }

    /** All of a coach but the removed ones. */
    List<SessionType> ofCoach(String coachId) {
        return types.find(and(eq("coachId", coachId), ne("deleted", true)))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    /** How many of a coach there are but the removed ones. */
    long countOf(String coachId) {
        return types.countDocuments(and(eq("coachId", coachId), ne("deleted", true)));
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

    /**
     * Stores the edit unless another one came first.
     *
     * @param weeks in which free times may look different now
     */
    boolean replace(SessionType edited, List<String> weeks) {
        List<OutboxMessage> facts = facts(edited, weeks);
        Sent sent = types.withDocumentClass(Sent.class)
                .findOneAndUpdate(
                        and(eq(edited.id()), eq("version", edited.version() - 1)),
                        Updates.combine(
                                Updates.set("settings", edited.settings()),
                                Updates.set("deleted", edited.deleted()),
                                Updates.set("version", edited.version()),
                                Outbox.append(facts, clock.instant())),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(Outbox.FIELD))
                                .returnDocument(ReturnDocument.AFTER));
        if (sent == null) {
            return false;
        }
        outbox.written(edited.id(), sent.outbox(), facts.size());
        return true;
    }

    private static List<OutboxMessage> facts(SessionType edited, List<String> weeks) {
        if (weeks.isEmpty()) {
            return List.of(fact(edited));
        }
        var announced = new AvailabilityChanged(edited.coachId(), weeks);
        String id = edited.id() + ":" + edited.version() + ":weeks";
        return List.of(fact(edited), OutboxMessage.of(announced, id, edited.coachId(), edited.id(), edited.version()));
    }

    private static OutboxMessage fact(SessionType type) {
        return OutboxMessage.of(type.asFact(), type.id() + ":" + type.version(), type.id(), type.id(), type.version());
    }
}
