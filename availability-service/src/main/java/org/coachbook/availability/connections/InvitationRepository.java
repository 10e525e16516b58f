package org.coachbook.availability.connections;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.availability.connections.Invitation.Status;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** Mailed invitations in MongoDB; they and their addresses are gone soon after they expired. */
@Startup
@ApplicationScoped
class InvitationRepository {
    private static final String STATUS = "status";
    private static final String EXPIRES_AT = "expiresAt";

    public record Stored(
            @BsonId String id,
            String coachId,
            String email,
            String token,
            Status status,
            long sequence,
            Instant announcedAt,
            Instant expiresAt,
            List<OutboxMessage> outbox,
            @Nullable Instant outboxPendingSince) {}

    public record Sent(@BsonId String id, List<OutboxMessage> outbox) {}

    private final MongoCollection<Invitation> invitations;
    private final Outbox outbox;

    InvitationRepository(Database database, Outboxes outboxes) {
        this.invitations = database.collection("invitations", Invitation.class);
        this.invitations.createIndex(Indexes.ascending("coachId", "email"), new IndexOptions().unique(true));
        this.invitations.createIndex(Indexes.ascending("token"));
        this.invitations.createIndex(
                Indexes.ascending(EXPIRES_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        this.outbox = outboxes.of(invitations);
    }

    Optional<Invitation> find(String id) {
        return Optional.ofNullable(invitations.find(eq(id)).first());
    }

    /** The coach's invitation to an address that still lives. */
    Optional<Invitation> find(String coachId, String email, Instant now) {
        return Optional.ofNullable(invitations
                .find(and(eq("coachId", coachId), eq("email", email), gt(EXPIRES_AT, now)))
                .first());
    }

    /** The living one that this token was mailed for. */
    Optional<Invitation> withToken(String token, Instant now) {
        return Optional.ofNullable(
                invitations.find(and(eq("token", token), gt(EXPIRES_AT, now))).first());
    }

    /** Deletes an accepted one, of which everything was announced long ago. */
    void forget(Invitation accepted) {
        invitations.deleteOne(and(eq(accepted.id()), eq(STATUS, Status.ACCEPTED.name())));
    }

    /** Those that the coach waits for, as far as he knows, after {@code cursor}. */
    List<Invitation> openOf(String coachId, Instant now, String cursor, int limit) {
        return invitations
                .find(and(eq("coachId", coachId), gt("_id", cursor), open(), gt(EXPIRES_AT, now)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * Stores an invitation, unless the coach's address has a living one.
     *
     * @param announced whether it is announced
     */
    boolean insert(Invitation made, boolean announced, Instant now) {
        invitations.deleteOne(and(eq("coachId", made.coachId()), eq("email", made.email()), lte(EXPIRES_AT, now)));
        List<OutboxMessage> facts = facts(made, announced);
        try {
            invitations.withDocumentClass(Stored.class).insertOne(stored(made, facts, now));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        outbox.written(made.id(), facts, facts.size());
        return true;
    }

    private static List<OutboxMessage> facts(Invitation of, boolean announced) {
        return announced
                ? List.of(OutboxMessage.of(of.asFact(), of.id() + ":" + of.sequence(), of.id(), of.id(), of.sequence()))
                : List.of();
    }

    private static Stored stored(Invitation made, List<OutboxMessage> facts, Instant now) {
        return new Stored(
                made.id(),
                made.coachId(),
                made.email(),
                made.token(),
                made.status(),
                made.sequence(),
                made.announcedAt(),
                made.expiresAt(),
                facts,
                facts.isEmpty() ? null : now);
    }

    /** The coach takes it back; whether he could. */
    boolean withdraw(String id, String coachId) {
        return invitations
                        .updateOne(and(eq(id), eq("coachId", coachId), open()), to(Status.WITHDRAWN))
                        .getMatchedCount()
                == 1;
    }

    /** What the coach took back stands again; nothing is sent. */
    void reopen(String id) {
        invitations.updateOne(and(eq(id), eq(STATUS, Status.WITHDRAWN.name())), to(Status.OPEN));
    }

    /** What the coach took back stands again, unless somebody else opened it in the meantime. */
    void reopen(Invitation again, boolean announced) {
        List<OutboxMessage> facts = facts(again, announced);
        Sent sent = invitations
                .withDocumentClass(Sent.class)
                .findOneAndUpdate(
                        and(eq(again.id()), eq(STATUS, Status.WITHDRAWN.name()), eq("sequence", again.sequence() - 1)),
                        Updates.combine(
                                to(Status.OPEN),
                                Updates.set("sequence", again.sequence()),
                                Updates.set("announcedAt", again.announcedAt()),
                                Outbox.append(facts, again.announcedAt())),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(Outbox.FIELD))
                                .returnDocument(ReturnDocument.AFTER));
        if (sent != null) {
            outbox.written(again.id(), sent.outbox(), facts.size());
        }
    }

    /** Accepts for this person; again for the same one. Empty when there is nothing for him to accept. */
    Optional<Invitation> accept(String token, String userId, Instant now) {
        Bson his = or(open(), and(eq(STATUS, Status.ACCEPTED.name()), eq("acceptedBy", userId)));
        return Optional.ofNullable(invitations.findOneAndUpdate(
                and(eq("token", token), ne("coachId", userId), gt(EXPIRES_AT, now), his),
                Updates.combine(to(Status.ACCEPTED), Updates.set("acceptedBy", userId)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    void decline(String token) {
        invitations.updateOne(and(eq("token", token), eq(STATUS, Status.OPEN.name())), to(Status.DECLINED));
    }

    private static Bson open() {
        return in(STATUS, Status.OPEN.name(), Status.DECLINED.name());
    }

    private static Bson to(Status status) {
        return Updates.set(STATUS, status.name());
    }
}
