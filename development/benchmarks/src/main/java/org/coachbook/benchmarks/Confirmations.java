package org.coachbook.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumes {@code booking.events} as a partner would, and notes when each confirmation arrived. */
final class Confirmations implements AutoCloseable {
    private static final String TOPIC = "booking.events";

    private final Map<String, CompletableFuture<Long>> arrivals = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    Confirmations(String kafka) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(p -> new TopicPartition(TOPIC, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.reader = Thread.ofPlatform().daemon().start(() -> read(consumer));
    }

    /** Completes with {@link System#nanoTime()} of the arrival. */
    CompletableFuture<Long> of(String bookingId) {
        return arrivals.computeIfAbsent(bookingId, _ -> new CompletableFuture<>());
    }

    private void read(KafkaConsumer<String, String> consumer) {
        try (consumer) {
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::note);
            }
        }
    }

    private void note(ConsumerRecord<String, String> event) {
        var type = event.headers().lastHeader("ce_type");
        if (new String(type.value(), StandardCharsets.UTF_8).equals("booking.confirmed.v1")) {
            of(event.key()).complete(System.nanoTime());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
