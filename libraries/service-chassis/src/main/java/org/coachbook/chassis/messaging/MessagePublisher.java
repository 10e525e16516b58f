package org.coachbook.chassis.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends messages as CloudEvents in binary mode; idempotent, acknowledged by all in-sync replicas, without lingering. */
@Singleton
public class MessagePublisher {
    private final KafkaProducer<String, byte[]> producer;
    private final Clock clock;
    private final String source;
    private final MeterRegistry meters;

    @Inject
    public MessagePublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock,
            MeterRegistry meters) {
        this.producer = new KafkaProducer<>(settings(servers), new StringSerializer(), new ByteArraySerializer());
        this.clock = clock;
        this.source = "/" + service;
        this.meters = meters;
    }

    private static Map<String, Object> settings(String servers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    }

    /** Sends; the future completes with the broker's acknowledgement, or with the broker's or client's exception. */
    public CompletableFuture<Void> publish(OutboxMessage message) {
        CompletableFuture<Void> acknowledged = send(recordOf(message));
        acknowledged.whenComplete((_, failure) -> count(message, failure == null ? "ok" : "failed"));
        return acknowledged;
    }

    private void count(OutboxMessage message, String outcome) {
        meters.counter("messages.published", "type", message.type(), "outcome", outcome)
                .increment();
    }

    CompletableFuture<Void> send(ProducerRecord<String, byte[]> message) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.send(message, (_, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private ProducerRecord<String, byte[]> recordOf(OutboxMessage message) {
        var sent = new ProducerRecord<>(message.topic(), message.key(), Headers.bytes(message.payload()));
        message.headers().forEach((name, value) -> sent.headers().add(name, Headers.bytes(value)));
        sent.headers()
                .add(Headers.SPEC_VERSION, Headers.bytes("1.0"))
                .add(Headers.ID, Headers.bytes(message.id()))
                .add(Headers.TYPE, Headers.bytes(message.type()))
                .add(Headers.SOURCE, Headers.bytes(source))
                .add(Headers.TIME, Headers.bytes(clock.instant().toString()))
                .add(Headers.SUBJECT, Headers.bytes(message.subject()))
                .add(Headers.SEQUENCE, Headers.bytes(Long.toString(message.sequence())));
        return sent;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
