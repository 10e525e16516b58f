package org.coachbook.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.coachbook.chassis.messaging.MessagePublisher;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.coachbook.chassis.outbox.PendingMessages;
import org.coachbook.localstack.StackAddresses;

/** From the commit of a write to the consumer that has its message, through the real outbox, broker and database. */
final class OutboxHop implements Benchmark {
    private static final String TOPIC = "bench.hop";
    private static final int MESSAGES_A_SECOND = 100;

    private final BlockingQueue<Long> arrivals = new ArrayBlockingQueue<>(10);

    @Override
    public void measure(Run run) {
        StackAddresses addresses = run.stack().addresses();
        Thread reader = Thread.ofPlatform().daemon().unstarted(() -> read(addresses));
        try (MongoClient mongo = MongoClients.create(addresses.mongodb());
                Admin admin = Admin.create(Map.of("bootstrap.servers", addresses.kafka()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            reader.start();
            var meters = new SimpleMeterRegistry();
            var publisher = new MessagePublisher(addresses.kafka(), "bench", Clock.systemUTC(), meters);
            MongoCollection<PendingMessages> documents =
                    mongo.getDatabase("raw").getCollection("hop", PendingMessages.class);
            Outbox outbox = new Outboxes(publisher, Clock.systemUTC(), meters).of(documents);
            int messages = run.effort().seconds() * MESSAGES_A_SECOND;
            hops(documents, outbox, messages);
            Histogram nanos = hops(documents, outbox, messages);
            write(run.report(), nanos);
            outbox.close();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Report report, Histogram nanos) {
        double p50 = nanos.getValueAtPercentile(50) / 1e6;
        double p99 = nanos.getValueAtPercentile(99) / 1e6;
        report.row(
                "commit → consumer's handler, p50 / p99",
                "%.1f / %.1f ms".formatted(p50, p99),
                "p99 ≤ 50 ms, aim p50 3 ms, p99 15 ms");
    }

    private Histogram hops(MongoCollection<PendingMessages> documents, Outbox outbox, int messages)
            throws InterruptedException {
        Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        for (int n = 0; n < messages; n++) {
            String id = UUID.randomUUID().toString();
            documents.insertOne(new PendingMessages(id, List.of()));
            var message = new OutboxMessage(id, "hop.v1", TOPIC, id, id, 1, "{}", Map.of());
            PendingMessages after = documents.findOneAndUpdate(
                    Filters.eq(id),
                    Updates.combine(
                            Outbox.append(List.of(message), Clock.systemUTC().instant())),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            long committed = System.nanoTime();
            outbox.written(id, after.outbox(), 1);
            Long arrived = arrivals.poll(10, TimeUnit.SECONDS);
            if (arrived == null) {
                throw new IllegalStateException("A message did not arrive");
            }
            nanos.recordValue(Math.max(0, arrived - committed));
        }
        return nanos;
    }

    private void read(StackAddresses addresses) {
        Map<String, Object> settings = Map.of("bootstrap.servers", addresses.kafka(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(100)).forEach(_ -> arrivals.add(System.nanoTime()));
            }
        }
    }
}
