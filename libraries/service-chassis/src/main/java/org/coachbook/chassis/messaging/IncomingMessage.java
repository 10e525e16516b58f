package org.coachbook.chassis.messaging;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A message as a handler sees it. */
public final class IncomingMessage {
    private final ConsumerRecord<String, byte[]> received;
    private final Map<String, String> headers;

    IncomingMessage(ConsumerRecord<String, byte[]> received) {
        this.received = received;
        this.headers = Headers.toMap(received.headers());
    }

    public String topic() {
        return received.topic();
    }

    public String key() {
        return received.key();
    }

    /** Stable over redeliveries. */
    public String id() {
        return required(Headers.ID);
    }

    public String type() {
        return required(Headers.TYPE);
    }

    /** The sending aggregate, for which {@link #sequence()} counts. */
    public String subject() {
        return required(Headers.SUBJECT);
    }

    /** Rises with each message of the subject; a late duplicate has a number already seen. */
    public long sequence() {
        try {
            return Long.parseLong(required(Headers.SEQUENCE));
        } catch (NumberFormatException e) {
            throw new PoisonMessage("sequence is not a number", e);
        }
    }

    /** On a reply: the id of the command it answers. */
    public @Nullable String inReplyTo() {
        return headers.get(Headers.IN_REPLY_TO);
    }

    /** When it was appended to its partition. */
    public long appendedAtMillis() {
        return received.timestamp();
    }

    /** The payload as its record. */
    public <T> T as(Class<T> type) {
        return MessageJson.read(received.value(), type);
    }

    /** The payload as it travels. */
    public byte[] payload() {
        return received.value();
    }

    ConsumerRecord<String, byte[]> received() {
        return received;
    }

    @Nullable
    String traceParent() {
        return headers.get(Headers.TRACE_PARENT);
    }

    private String required(String header) {
        return Optional.ofNullable(headers.get(header))
                .orElseThrow(() -> new PoisonMessage("header " + header + " is missing"));
    }

    /** Where it stands, without its content. */
    @Override
    public String toString() {
        return received.topic() + "-" + received.partition() + "@" + received.offset();
    }
}
