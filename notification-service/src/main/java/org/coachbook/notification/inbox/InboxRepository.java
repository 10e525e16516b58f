package org.coachbook.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.notification.InsertOnceRepository;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.Role;
import org.jspecify.annotations.Nullable;

/** The collection {@code inbox}: an entry per notice. */
@Startup
@ApplicationScoped
class InboxRepository {
    private static final String RECIPIENT = "notice.recipientId";
    private static final String AT = "notice.at";
    private static final String SUBJECT = "notice.subjectId";
    private static final int HISTORY_LOST = 286;

    private final MongoCollection<InboxEntry> entries;
    private volatile @Nullable BsonDocument followedUntil;

    InboxRepository(Database database) {
        this.entries = database.collection("inbox", InboxEntry.class);
        entries.createIndex(Indexes.compoundIndex(Indexes.ascending(RECIPIENT), Indexes.descending(AT, "_id")));
        entries.createIndex(Indexes.ascending(SUBJECT));
    }

    /** Adds entries; one that is there already stays as its reader left it. */
    void add(List<InboxEntry> added) {
        InsertOnceRepository.missing(entries, added);
    }

    /**
     * Archives what asked a party to act before the subject's event of that number, with what became of it; then adds
     * entries, all in one round trip.
     */
    void settleAndAdd(String subjectId, String result, long before, List<InboxEntry> added) {
        Bson archived = Updates.combine(Updates.set("archived", true), Updates.set("result", result));
        Stream<WriteModel<InboxEntry>> settling =
                Stream.of(new UpdateManyModel<>(unanswered(subjectId, before), archived));
        Stream<WriteModel<InboxEntry>> adding = added.stream().map(InsertOneModel::new);
        try {
            entries.bulkWrite(Stream.concat(settling, adding).toList(), new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            InsertOnceRepository.requireDuplicatesOnly(e);
        }
    }

    private static Bson unanswered(String subjectId, long before) {
        return and(
                eq(SUBJECT, subjectId),
                or(Arrays.stream(Kind.values())
                        .flatMap(kind -> kind.actors().stream().map(actor -> asks(kind, actor)))
                        .toList()),
                lt("notice.sequence", before),
                eq("result", null));
    }

    private static Bson asks(Kind kind, Role actor) {
        return and(eq("notice.kind", kind.name()), eq("notice.role", actor.name()));
    }

    List<InboxEntry> page(String recipientId, Optional<InboxCursor> after, int size) {
        Bson own = eq(RECIPIENT, recipientId);
        Bson filter = after.map(cursor -> and(own, or(lt(AT, cursor.at()), sameTimeBefore(cursor))))
                .orElse(own);
        return entries.find(filter)
                .sort(Sorts.descending(AT, "_id"))
                .limit(size)
                .into(new ArrayList<>());
    }

    private static Bson sameTimeBefore(InboxCursor cursor) {
        return and(eq(AT, cursor.at()), lt("_id", cursor.id()));
    }

    /** Sets a mark on somebody's own entry; empty when he has none of that id. */
    Optional<InboxEntry> mark(String id, String recipientId, String mark) {
        return Optional.ofNullable(entries.findOneAndUpdate(
                and(eq(id), eq(RECIPIENT, recipientId)),
                Updates.set(mark, true),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** Shows each new entry, on whichever replica it was added, until told to stop; goes on where it was before. */
    void follow(Consumer<InboxEntry> each, BooleanSupplier stopped) {
        var changes = entries.watch(List.of(Aggregates.match(eq("operationType", "insert"))))
                .maxAwaitTime(500, TimeUnit.MILLISECONDS);
        BsonDocument token = followedUntil;
        try (var cursor = (token == null ? changes : changes.resumeAfter(token)).cursor()) {
            while (!stopped.getAsBoolean()) {
                var change = cursor.tryNext();
                if (change != null && change.getFullDocument() != null) {
                    each.accept(change.getFullDocument());
                }
                followedUntil = cursor.getResumeToken();
            }
        } catch (MongoException e) {
            // What followed is no longer in the oplog: go on with what comes next, the inbox itself has the rest.
            followedUntil = e.getCode() == HISTORY_LOST ? null : followedUntil;
            throw e;
        }
    }
}
