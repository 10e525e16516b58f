package org.coachbook.availability.connections;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
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
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** Connections in MongoDB. */
@Startup
@ApplicationScoped
class ConnectionRepository {
    public record Sent(@BsonId String id, List<OutboxMessage> outbox) {}

    public record Stored(
            @BsonId String id,
            String coachId,
            String clientId,
            Connection.Status status,
            String requestedBy,
            @Nullable Boolean invited,
            Set<String> usedInvitations,
            long sequence,
            List<OutboxMessage> outbox,
            Instant outboxPendingSince) {}

    private final MongoCollection<Connection> connections;
    private final Outbox outbox;
    private final Clock clock;

    ConnectionRepository(Database database, Outboxes outboxes, Clock clock) {
        this.connections = database.collection("connections", Connection.class);
        this.connections.createIndex(Indexes.ascending("coachId", "_id"));
        this.connections.createIndex(Indexes.ascending("clientId", "_id"));
        this.outbox = outboxes.of(connections);
        this.clock = clock;
    }

    Optional<Connection> find(String id) {
        return Optional.ofNullable(connections.find(eq(id)).first());
    }

    /** Those of these that exist. */
    List<Connection> findAll(Set<String> ids) {
        return connections.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** Those of one person, on either side, that he may know of, after {@code cursor}. */
    List<Connection> of(String userId, String cursor, int limit) {
        return connections
                .find(and(or(eq("coachId", userId), and(eq("clientId", userId), notBlocked())), gt("_id", cursor)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Bson notBlocked() {
        return ne("status", Connection.Status.BLOCKED.name());
    }

    /** Stores a first request, unless the two have a connection already. */
    boolean insert(Connection first) {
        List<OutboxMessage> facts = List.of(fact(first));
        try {
            connections.withDocumentClass(Stored.class).insertOne(stored(first, facts));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        outbox.written(first.id(), facts, facts.size());
        return true;
    }

    private Stored stored(Connection first, List<OutboxMessage> facts) {
        return new Stored(
                first.id(),
                first.coachId(),
                first.clientId(),
                first.status(),
                first.requestedBy(),
                first.invited(),
                first.usedInvitations(),
                first.sequence(),
                facts,
                clock.instant());
    }

    /** Stores the change unless another one came first. */
    boolean replace(Connection changed) {
        Sent sent = connections
                .withDocumentClass(Sent.class)
                .findOneAndUpdate(
                        and(eq(changed.id()), eq("sequence", changed.sequence() - 1)),
                        Updates.combine(
                                Updates.set("status", changed.status()),
                                Updates.set("requestedBy", changed.requestedBy()),
                                Updates.set("endedBy", changed.endedBy()),
                                Updates.set("invited", changed.invited()),
                                Updates.set("usedInvitations", changed.usedInvitations()),
                                Updates.set("sequence", changed.sequence()),
                                Outbox.append(List.of(fact(changed)), clock.instant())),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(Outbox.FIELD))
                                .returnDocument(ReturnDocument.AFTER));
        if (sent == null) {
            return false;
        }
        outbox.written(changed.id(), sent.outbox(), 1);
        return true;
    }

    private static OutboxMessage fact(Connection connection) {
        return OutboxMessage.of(
                connection.asFact(),
                connection.id() + ":" + connection.sequence(),
                connection.id(),
                connection.id(),
                connection.sequence());
    }
}
