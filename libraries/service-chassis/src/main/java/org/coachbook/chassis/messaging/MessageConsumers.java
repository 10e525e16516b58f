package org.coachbook.chassis.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts a consumer for each {@link Subscription} once the service is up, and stops them before it goes down. */
@Singleton
class MessageConsumers {
    private final Instance<Subscription> subscriptions;
    private final DeadLetters deadLetters;
    private final Tracer tracer;
    private final MeterRegistry meters;
    private final String servers;
    private final List<MessageConsumer> running = new CopyOnWriteArrayList<>();

    MessageConsumers(
            @Any Instance<Subscription> subscriptions,
            DeadLetters deadLetters,
            Tracer tracer,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.subscriptions = subscriptions;
        this.deadLetters = deadLetters;
        this.tracer = tracer;
        this.meters = meters;
        this.servers = servers;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        subscriptions.forEach(subscription -> {
            deadLetters.prepare(subscription);
            Delivery delivery = new Delivery(subscription, deadLetters, tracer, meters);
            running.add(
                    new MessageConsumer(subscription, consumerFor(subscription), p -> new Lane("lane " + p, delivery)));
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.forEach(MessageConsumer::close);
    }

    /** A short session time-out, so that the partitions of a killed replica are taken over within seconds. */
    private KafkaConsumer<String, byte[]> consumerFor(Subscription subscription) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.GROUP_ID_CONFIG,
                subscription.group(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                subscription.fromTheBeginning() ? "earliest" : "latest",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                200,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
