package org.coachbook.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A message read from Kafka.
 *
 * @param key null when the sender gave none
 * @param headers name to UTF-8 text; the last of equal names
 * @param payload JSON text; null is a tombstone
 */
public record ReceivedMessage(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String payload) {
    /** Copies the headers. */
    public ReceivedMessage {
        headers = Map.copyOf(headers);
    }

    static ReceivedMessage of(ConsumerRecord<String, String> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new ReceivedMessage(
                message.topic(), message.partition(), message.offset(), message.key(), headers, message.value());
    }

    /** This header's text, or empty. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** CloudEvents type, as {@code booking.placed.v1}. */
    public String type() {
        return header("ce_type");
    }

    /** CloudEvents subject, the aggregate's id. */
    public String subject() {
        return header("ce_subject");
    }

    /** CloudEvents id. */
    public String id() {
        return header("ce_id");
    }

    /** The sender's sequence number. */
    public long sequence() {
        return Long.parseLong(header("sequence"));
    }
}
