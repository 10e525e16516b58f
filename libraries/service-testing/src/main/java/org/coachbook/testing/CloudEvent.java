package org.coachbook.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A message in CloudEvents 1.0 binary mode.
 *
 * @param key Kafka key, the aggregate's id
 * @param headers all headers, {@code ce_} ones included
 * @param payload JSON text
 */
public record CloudEvent(String key, Map<String, String> headers, String payload) {
    /** Copies the headers. */
    public CloudEvent {
        headers = Map.copyOf(headers);
    }

    /**
     * A complete message with a random id, the time of now and a new trace.
     *
     * @param type stable name, as {@code booking.placed.v1}
     * @param source sending service, as {@code booking-service}
     * @param subject aggregate the message is about; also the Kafka key
     * @param sequence rising per sender and subject, from 1
     */
    public static CloudEvent of(String type, String source, String subject, long sequence, String payload) {
        UUID id = UUID.randomUUID();
        String trace = id.toString().replace("-", "");
        Map<String, String> headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_type",
                type,
                "ce_source",
                source,
                "ce_subject",
                subject,
                "ce_time",
                Instant.now().toString(),
                "content-type",
                "application/json",
                "sequence",
                String.valueOf(sequence),
                "traceparent",
                "00-" + trace + "-" + trace.substring(0, 16) + "-01");
        return new CloudEvent(subject, headers, payload);
    }

    /** The same message under another Kafka key. */
    public CloudEvent withKey(String otherKey) {
        return new CloudEvent(otherKey, headers, payload);
    }

    /** The same message with one header added or replaced, as {@code reply-to}, {@code saga-id}, {@code saga-step}. */
    public CloudEvent withHeader(String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return new CloudEvent(key, changed, payload);
    }

    List<Header> kafkaHeaders() {
        return headers.entrySet().stream()
                .<Header>map(header ->
                        new RecordHeader(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
