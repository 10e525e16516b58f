package org.coachbook.chassis.outbox;

import java.util.HashMap;
import java.util.Map;
import org.coachbook.chassis.messaging.Headers;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.chassis.messaging.Traces;
import org.coachbook.contracts.Contract;

/**
 * A message as it waits in the document whose change caused it.
 *
 * @param id stable over redeliveries
 * @param type CloudEvents type
 * @param key Kafka key, which decides the partition and so the order
 * @param subject what the sequence counts for, the sending aggregate's id
 * @param sequence rises by one with each message of the aggregate
 * @param payload JSON
 * @param headers further Kafka headers, {@code traceparent} among them
 */
public record OutboxMessage(
        String id,
        String type,
        String topic,
        String key,
        String subject,
        long sequence,
        String payload,
        Map<String, String> headers) {

    /** A message made of a record marked with {@link Contract}, in the current trace. */
    public static OutboxMessage of(Record payload, String id, String key, String subject, long sequence) {
        Contract contract = payload.getClass().getAnnotation(Contract.class);
        if (contract == null) {
            throw new IllegalArgumentException(payload.getClass() + " is not a message");
        }
        String json = MessageJson.write(payload);
        return new OutboxMessage(
                id, contract.type(), contract.topic(), key, subject, sequence, json, Traces.currentAsHeaders());
    }

    /** The same message marked as the answer to a command. */
    public OutboxMessage inReplyTo(String commandId) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(Headers.IN_REPLY_TO, commandId);
        return new OutboxMessage(id, type, topic, key, subject, sequence, payload, Map.copyOf(more));
    }
}
