package org.coachbook.chassis.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.coachbook.chassis.messaging.MessagePublisher;
import org.coachbook.chassis.time.Poller;
import org.jboss.logging.Logger;

/**
 * The messages that wait in the documents of one collection, and their way to Kafka. Whose write finds none waiting for
 * a topic sends those for that topic: head first, the next one after the acknowledgement, nothing after a failure. Nobody
 * else touches them on the happy path; what a crash or a lost broker left behind is found after two seconds.
 */
public final class Outbox implements AutoCloseable {
    public static final String FIELD = "outbox";
    public static final String PENDING_SINCE = "outboxPendingSince";

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);
    /** Sent messages are taken out of their documents together; nobody waits for that. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final Duration LAST_SETTLEMENT = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private record Acknowledged(OutboxLane.Key lane, String messageId) {}

    private final OutboxDocuments documents;
    private final MessagePublisher publisher;
    private final Clock clock;
    private final Parking parking;
    private final OutboxLanes lanes = new OutboxLanes();
    private final BlockingQueue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
    private final Thread settler;
    private final Poller poller;

    Outbox(MongoCollection<?> collection, MessagePublisher publisher, Clock clock, Parking parking) {
        this.documents = new OutboxDocuments(collection);
        this.publisher = publisher;
        this.clock = clock;
        this.parking = parking;
        String name = "outbox of " + collection.getNamespace().getCollectionName();
        this.settler = Thread.ofVirtual().name(name).start(this::settleAcknowledged);
        this.poller = Poller.every(Duration.ofSeconds(1), name + ", left behind", this::sendLeftBehind);
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
        int before = outbox.size() - appended;
        Set<String> waitedFor = topics(outbox.subList(0, before));
        Set<String> added = topics(outbox.subList(before, outbox.size()));
        byTopic(outbox).forEach((topic, messages) -> {
            if (added.contains(topic)) {
                take(new OutboxLane.Key(documentId, topic), messages, !waitedFor.contains(topic));
            }
        });
    }

    private void take(OutboxLane.Key key, List<OutboxMessage> messages, boolean first) {
        lanes.take(key, messages, first).forEach(message -> sendAside(key, message));
    }

    /** The producer may wait for a broker that is away; whoever wrote the message does not. */
    private void sendAside(OutboxLane.Key key, OutboxMessage message) {
        Thread.startVirtualThread(() -> send(key, message));
    }

    private void send(OutboxLane.Key key, OutboxMessage message) {
        publisher.publish(message).whenComplete((_, failure) -> {
            if (failure == null) {
                acknowledged(key, message);
            } else {
                Thread.startVirtualThread(() -> failed(key, message, failure));
            }
        });
    }

    private void acknowledged(OutboxLane.Key key, OutboxMessage message) {
        acknowledged.add(new Acknowledged(key, message.id()));
        // This is the producer's own thread, which must not wait for the producer.
        lanes.acknowledged(key).forEach(following -> sendAside(key, following));
    }

    private void failed(OutboxLane.Key key, OutboxMessage message, Throwable failure) {
        if (parking.park(documents.collection(), key.documentId(), message, failure)) {
            acknowledged(key, message);
            return;
        }
        LOG.warnf("Message %s stays in the outbox for now: %s", message.id(), failure.getMessage());
        lanes.breakAt(key, message);
    }

    private void settleAcknowledged() {
        List<Acknowledged> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(acknowledged.take());
                Thread.sleep(GATHERING);
                settleAll(batch);
            }
        } catch (InterruptedException e) {
            LOG.debug("Closed", e);
            settleAll(batch);
        }
    }

    private void settleAll(List<Acknowledged> batch) {
        acknowledged.drainTo(batch, BATCH);
        while (!batch.isEmpty()) {
            settle(batch);
            batch.clear();
            acknowledged.drainTo(batch, BATCH);
        }
    }

    private void settle(List<Acknowledged> batch) {
        Map<String, Set<String>> sent = new HashMap<>();
        batch.forEach(a -> sent.computeIfAbsent(a.lane().documentId(), _ -> new HashSet<>())
                .add(a.messageId()));
        try {
            documents.remove(sent, clock.instant()).forEach(this::takeUp);
        } catch (RuntimeException e) {
            LOG.warn("Sent messages stay in their outboxes and will be sent once more", e);
        }
        batch.forEach(a -> lanes.settled(a.lane(), a.messageId()));
    }

    /** What was appended behind ours, here or elsewhere, is ours as well. */
    private void takeUp(PendingMessages rest) {
        byTopic(rest.outbox()).forEach((topic, messages) -> {
            var key = new OutboxLane.Key(rest.id(), topic);
            lanes.takeUp(key, messages).forEach(message -> send(key, message));
        });
    }

    private void sendLeftBehind() {
        Instant since = clock.instant().minus(LEFT_BEHIND);
        documents.waitingSince(since, BATCH).forEach(pending -> byTopic(pending.outbox())
                .forEach((topic, messages) -> take(new OutboxLane.Key(pending.id(), topic), messages, true)));
    }

    private static Map<String, List<OutboxMessage>> byTopic(List<OutboxMessage> messages) {
        return messages.stream().collect(Collectors.groupingBy(OutboxMessage::topic));
    }

    private static Set<String> topics(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::topic).collect(Collectors.toSet());
    }

    /** Takes out what was sent, and sends nothing any more that was left behind. */
    @Override
    public void close() {
        poller.close();
        settler.interrupt();
        try {
            settler.join(LAST_SETTLEMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
