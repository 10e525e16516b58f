package org.coachbook.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, without a consumer group. For one thread. */
public final class KafkaProbe implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final String topic;
    private final Consumer<String, String> consumer;
    private final List<ReceivedMessage> received = new ArrayList<>();

    private KafkaProbe(String topic, Consumer<String, String> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    /** A probe of all partitions of an existing topic. */
    public static KafkaProbe of(String bootstrapServers, String topic) {
        Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "fetch.max.wait.ms", 50),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new KafkaProbe(topic, consumer);
    }

    /**
     * The first message from the topic's beginning that matches, waiting for it if need be.
     *
     * @throws AssertionError when none came in time; lists the types that did
     */
    public ReceivedMessage await(Predicate<ReceivedMessage> wanted, Duration limit) {
        Instant end = Instant.now().plus(limit);
        Optional<ReceivedMessage> found = first(wanted);
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            poll(POLL);
            found = first(wanted);
        }
        return found.orElseThrow(() -> new AssertionError("No such message on " + topic + " within " + limit
                + "; received " + received.stream().map(ReceivedMessage::type).toList()));
    }

    /** The first message of this CloudEvents type about this subject. */
    public ReceivedMessage await(String type, String subject, Duration limit) {
        return await(message -> message.type().equals(type) && message.subject().equals(subject), limit);
    }

    /** Everything on the topic after listening for so long, to show that something is absent. */
    public List<ReceivedMessage> allWithin(Duration duration) {
        Instant end = Instant.now().plus(duration);
        while (Instant.now().isBefore(end)) {
            poll(POLL);
        }
        return received();
    }

    /** What was read so far, in the order of each partition. */
    public List<ReceivedMessage> received() {
        return List.copyOf(received);
    }

    private Optional<ReceivedMessage> first(Predicate<ReceivedMessage> wanted) {
        return received.stream().filter(wanted).findFirst();
    }

    private void poll(Duration limit) {
        consumer.poll(limit).forEach(message -> received.add(ReceivedMessage.of(message)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
