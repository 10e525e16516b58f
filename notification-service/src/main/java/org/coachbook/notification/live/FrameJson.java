package org.coachbook.notification.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Frames as text: {@code {type, id, sequence, at, data}}. Answers to what a client sent have no id and no sequence. */
final class FrameJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private record Shape(
            String type, @Nullable String id, @Nullable Long sequence, Instant at, Object data) {}

    private FrameJson() {}

    static String event(String type, String id, long sequence, Instant at, Object data) {
        return write(new Shape(type, id, sequence, at, data));
    }

    static String answer(String type, Instant at, Object data) {
        return write(new Shape(type, null, null, at, data));
    }

    private static String write(Shape shape) {
        try {
            return MAPPER.writeValueAsString(shape);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a frame: " + shape.type(), e);
        }
    }
}
