package org.coachbook.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/** The outboxes in the documents of a collection. */
final class OutboxDocuments {
    private final MongoCollection<PendingMessages> documents;

    OutboxDocuments(MongoCollection<?> collection) {
        this.documents = collection.withDocumentClass(PendingMessages.class);
        documents.createIndex(
                Indexes.ascending(Outbox.PENDING_SINCE),
                new IndexOptions().partialFilterExpression(exists(Outbox.PENDING_SINCE)));
    }

    MongoCollection<PendingMessages> collection() {
        return documents;
    }

    /**
     * Takes sent messages out and answers the documents among them in which others wait: all that were appended before,
     * because a majority has both writes when this one returns.
     */
    List<PendingMessages> remove(Map<String, ? extends Collection<String>> sentByDocument, Instant now) {
        if (sentByDocument.size() == 1) {
            var only = sentByDocument.entrySet().iterator().next();
            return removeFrom(only.getKey(), only.getValue(), now);
        }
        List<UpdateOneModel<PendingMessages>> removals = new ArrayList<>();
        sentByDocument.forEach(
                (id, sent) -> removals.add(new UpdateOneModel<>(eq(id), OutboxUpdates.remove(sent, now))));
        documents.bulkWrite(removals, new BulkWriteOptions().ordered(false));
        return pending(in("_id", sentByDocument.keySet()), sentByDocument.size());
    }

    private List<PendingMessages> removeFrom(String documentId, Collection<String> sent, Instant now) {
        PendingMessages after = documents.findOneAndUpdate(
                eq(documentId),
                OutboxUpdates.remove(sent, now),
                new FindOneAndUpdateOptions()
                        .projection(Projections.include(Outbox.FIELD))
                        .returnDocument(ReturnDocument.AFTER));
        return after == null || after.outbox().isEmpty() ? List.of() : List.of(after);
    }

    /** The documents in which a message has waited since then. */
    List<PendingMessages> waitingSince(Instant since, int limit) {
        return pending(lt(Outbox.PENDING_SINCE, since), limit);
    }

    private List<PendingMessages> pending(Bson filter, int limit) {
        return documents
                .find(and(filter, exists(Outbox.PENDING_SINCE)))
                .projection(Projections.include(Outbox.FIELD))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
