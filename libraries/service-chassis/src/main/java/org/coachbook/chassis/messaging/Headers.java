package org.coachbook.chassis.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;

/** Header names: CloudEvents 1.0 Kafka binding, binary mode, and ours beside it. */
public final class Headers {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String SEQUENCE = "sequence";
    public static final String TRACE_PARENT = "traceparent";
    /** On a reply: the id of the command it answers. */
    public static final String IN_REPLY_TO = "in-reply-to";

    private Headers() {}

    static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, String> toMap(Iterable<Header> headers) {
        Map<String, String> values = new HashMap<>();
        headers.forEach(h -> values.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return values;
    }
}
