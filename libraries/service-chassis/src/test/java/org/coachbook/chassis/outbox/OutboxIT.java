package org.coachbook.chassis.outbox;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.messaging.MessagePublisher;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = @ResourceArg(name = "topics", value = OutboxIT.TOPIC + "," + OutboxIT.OTHER))
public class OutboxIT {
    static final String TOPIC = "outbox.test";
    static final String OTHER = "outbox.test.other";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    public record Counter(@BsonId String id, long sequence, List<OutboxMessage> outbox) {}

    @Inject
    Database database;

    @Inject
    Outboxes outboxes;

    private final String id = UUID.randomUUID().toString();
    private MongoCollection<Counter> counters;

    @BeforeEach
    void one_counter() {
        // Its own, because the outboxes of other tests go on looking for what was left behind in theirs.
        counters = database.collection("counters_" + id, Counter.class);
        counters.insertOne(new Counter(id, 0, List.of()));
    }

    @Test
    void messages_of_concurrent_writers_arrive_once_and_in_the_order_of_their_writes() {
        Outbox outbox = outboxes.of(counters);
        int messages = 200;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, messages).forEach(_ -> writers.submit(() -> count(outbox)));
        }
        assertThat(sequencesWhenDone(messages))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, messages).boxed().toList());
    }

    @Test
    void whichever_replica_writes_messages_first_arrive_in_the_order_of_their_writes() {
        Outbox[] replicas = {outboxes.of(counters), outboxes.of(counters)};
        int messages = 200;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, messages).forEach(n -> writers.submit(() -> count(replicas[n % 2])));
        }
        assertThat(sequencesWhenDone(messages).stream().distinct())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, messages).boxed().toList());
    }

    @Test
    void a_message_whose_sender_died_is_found_however_much_is_written_to_its_document() {
        Outbox outbox = outboxes.of(counters);
        OutboxMessage left = message(1, "{}");
        append(List.of(left), Instant.now().minusSeconds(60));
        Instant end = Instant.now().plus(LIMIT);
        for (long n = 2; waits(left) && Instant.now().isBefore(end); n++) {
            OutboxMessage other = new OutboxMessage(id + "-o" + n, "counted.v1", OTHER, id, id, n, "{}", Map.of());
            outbox.written(id, append(List.of(other), Instant.now()).outbox(), 1);
        }
        assertThat(waits(left)).isFalse();
    }

    @Test
    @Timeout(30)
    void who_writes_does_not_wait_for_a_broker_that_is_away() {
        CompletableFuture<Void> back = new CompletableFuture<>();
        var publisher =
                new MessagePublisher(
                        ServiceStack.bootstrapServers(),
                        "service-chassis",
                        Clock.systemUTC(),
                        new SimpleMeterRegistry()) {
                    @Override
                    public CompletableFuture<Void> publish(OutboxMessage message) {
                        back.join();
                        return super.publish(message);
                    }
                };
        Outbox outbox = new Outboxes(publisher, Clock.systemUTC(), new SimpleMeterRegistry()).of(counters);
        outbox.written(id, append(messages(1, 1), Instant.now()).outbox(), 1);
        assertThat(counters.find(eq(id)).first().outbox()).hasSize(1);
        back.complete(null);
        assertThat(sequencesWhenDone(1)).containsExactly(1L);
    }

    private boolean waits(OutboxMessage message) {
        return counters.find(eq(id)).first().outbox().stream().anyMatch(m -> m.id().equals(message.id()));
    }

    @Test
    void what_a_crash_between_write_and_send_left_behind_is_sent_by_whoever_is_alive() {
        append(messages(1, 3), Instant.now().minusSeconds(60));
        outboxes.of(counters);
        assertThat(sequencesWhenDone(3)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_message_no_broker_will_take_is_parked_and_the_next_one_goes_out() {
        Outbox outbox = outboxes.of(counters);
        OutboxMessage huge = message(1, "x".repeat(2_000_000));
        Counter after = append(List.of(huge, message(2, "{}")), Instant.now());
        outbox.written(id, after.outbox(), 2);
        assertThat(sequencesWhenDone(1)).containsExactly(2L);
        Document stored = database.collection("counters_" + id).find(eq(id)).first();
        assertThat(stored.getList("parked", Document.class)).hasSize(1);
    }

    private void count(Outbox outbox) {
        Counter before = counters.find(eq(id)).first();
        long next = before.sequence() + 1;
        Counter after = counters.findOneAndUpdate(
                com.mongodb.client.model.Filters.and(eq(id), eq("sequence", before.sequence())),
                Updates.combine(
                        Updates.set("sequence", next), Outbox.append(List.of(message(next, "{}")), Instant.now())),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (after == null) {
            count(outbox);
        } else {
            outbox.written(id, after.outbox(), 1);
        }
    }

    private Counter append(List<OutboxMessage> messages, Instant now) {
        return counters.findOneAndUpdate(
                eq(id),
                Outbox.append(messages, now),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    private List<OutboxMessage> messages(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(n -> message(n, "{}")).toList();
    }

    private OutboxMessage message(long sequence, String payload) {
        return new OutboxMessage(id + "-" + sequence, "counted.v1", TOPIC, id, id, sequence, payload, Map.of());
    }

    private List<Long> sequencesWhenDone(int messages) {
        await().atMost(LIMIT).until(() -> {
            Document stored = database.collection("counters_" + id).find(eq(id)).first();
            return stored.getList("outbox", Document.class).isEmpty() && !stored.containsKey("outboxPendingSince");
        });
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), TOPIC)) {
            await().atMost(LIMIT)
                    .until(() -> mine(probe.allWithin(Duration.ofMillis(200))).size() >= messages);
            return mine(probe.received()).stream()
                    .map(ReceivedMessage::sequence)
                    .toList();
        }
    }

    private List<ReceivedMessage> mine(List<ReceivedMessage> all) {
        return all.stream().filter(m -> m.subject().equals(id)).toList();
    }
}
