package org.coachbook.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.conversions.Bson;
import org.coachbook.chassis.messaging.MessagePublisher;
import org.coachbook.chassis.time.Poller;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait in the documents of one collection, and their way to Kafka. Who fills an empty outbox drains
 * it: head first, the next one after the acknowledgement, nothing after a failure. Nobody else touches it on the happy
 * path; what a crash or a lost broker left behind is found after two seconds.
 */
public final class Outbox implements AutoCloseable {
    public static final String FIELD = "outbox";
    public static final String PENDING_SINCE = "outboxPendingSince";

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private record Acknowledged(String documentId, String messageId) {}

    private final MongoCollection<PendingMessages> documents;
    private final MessagePublisher publisher;
    private final Clock clock;
    private final Parking parking;
    private final Set<String> draining = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
    private final Thread settler;
    private final Poller poller;

    Outbox(MongoCollection<?> collection, MessagePublisher publisher, Clock clock, Parking parking) {
        this.documents = collection.withDocumentClass(PendingMessages.class);
        this.publisher = publisher;
        this.clock = clock;
        this.parking = parking;
        String name = "outbox of " + collection.getNamespace().getCollectionName();
        documents.createIndex(
                Indexes.ascending(PENDING_SINCE), new IndexOptions().partialFilterExpression(exists(PENDING_SINCE)));
        this.settler = Thread.ofVirtual().name(name).start(this::settleAcknowledged);
        this.poller = Poller.every(Duration.ofSeconds(1), name + ", left behind", this::drainLeftBehind);
    }

    /** The part of an update that appends messages; combine it with the state change that causes them. */
    public static Bson append(List<OutboxMessage> messages, Instant now) {
        return messages.isEmpty()
                ? Updates.combine()
                : Updates.combine(Updates.pushEach(FIELD, messages), Updates.min(PENDING_SINCE, now));
    }

    /**
     * To be called after every write that appended messages, after the commit where there is a transaction.
     *
     * @param outbox the document's outbox as that very write left it
     * @param appended how many of those messages it added
     */
    public void written(String documentId, List<OutboxMessage> outbox, int appended) {
        if (appended > 0 && outbox.size() == appended) {
            drain(new PendingMessages(documentId, outbox));
        }
    }

    private void drain(PendingMessages pending) {
        draining.add(pending.id());
        OutboxMessage head = pending.outbox().getFirst();
        publisher.publish(head).whenComplete((_, failure) -> {
            if (failure == null || parking.park(documents, pending.id(), head, failure)) {
                acknowledged.add(new Acknowledged(pending.id(), head.id()));
            } else {
                LOG.warnf("Message %s stays in the outbox for now: %s", head.id(), failure.getMessage());
                draining.remove(pending.id());
            }
        });
    }

    private void settleAcknowledged() {
        List<Acknowledged> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(acknowledged.take());
                acknowledged.drainTo(batch, BATCH);
                settle(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            LOG.debug("Closed", e);
        }
    }

    private void settle(List<Acknowledged> batch) {
        List<PendingMessages> rest = List.of();
        try {
            rest = batch.size() == 1 ? removeOne(batch.getFirst()) : removeAll(batch);
        } catch (MongoException e) {
            LOG.warn("Sent messages stay in their outboxes and will be sent once more", e);
        }
        batch.forEach(a -> draining.remove(a.documentId()));
        rest.forEach(this::drain);
    }

    private List<PendingMessages> removeOne(Acknowledged sent) {
        @Nullable
        PendingMessages after = documents.findOneAndUpdate(
                eq(sent.documentId()),
                OutboxUpdates.remove(sent.messageId(), clock.instant()),
                new FindOneAndUpdateOptions()
                        .projection(Projections.include(FIELD))
                        .returnDocument(ReturnDocument.AFTER));
        return after == null || after.outbox().isEmpty() ? List.of() : List.of(after);
    }

    private List<PendingMessages> removeAll(List<Acknowledged> batch) {
        Instant now = clock.instant();
        documents.bulkWrite(
                batch.stream()
                        .map(a -> new UpdateOneModel<PendingMessages>(
                                eq(a.documentId()), OutboxUpdates.remove(a.messageId(), now)))
                        .toList(),
                new BulkWriteOptions().ordered(false));
        var ids = batch.stream().map(Acknowledged::documentId).distinct().toList();
        return pending(in("_id", ids), BATCH + 1);
    }

    private void drainLeftBehind() {
        Instant since = clock.instant().minus(LEFT_BEHIND);
        pending(lt(PENDING_SINCE, since), BATCH).stream()
                .filter(p -> !draining.contains(p.id()))
                .forEach(this::drain);
    }

    private List<PendingMessages> pending(Bson filter, int limit) {
        return documents
                .find(and(filter, exists(PENDING_SINCE)))
                .projection(Projections.include(FIELD))
                .limit(limit)
                .into(new ArrayList<>());
    }

    @Override
    public void close() {
        poller.close();
        settler.interrupt();
    }
}
