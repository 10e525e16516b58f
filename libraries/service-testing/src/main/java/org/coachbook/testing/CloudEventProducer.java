package org.coachbook.testing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends messages as another service would. */
public final class CloudEventProducer implements AutoCloseable {
    private final Producer<String, String> producer;

    /** A producer at this broker, which acknowledges each message before {@code send} returns. */
    public CloudEventProducer(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Sends one message and waits for the broker's acknowledgement. */
    public void send(String topic, CloudEvent event) {
        try {
            producer.send(new ProducerRecord<>(topic, null, event.key(), event.payload(), event.kafkaHeaders()))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the message", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
