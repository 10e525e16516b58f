package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.objects.Json;

/** An answer ready to be sent. */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    /** A JSON answer. */
    public static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", Json.bytes(body), Map.of());
    }

    /** An error in its envelope. */
    public static Reply error(StripeError error) {
        return json(error.status(), error.envelope());
    }

    /** A page for a person. */
    public static Reply page(String html) {
        return new Reply(
                200, "text/html; charset=utf-8", html.getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
    }

    /** The same answer with other headers. */
    public Reply with(Map<String, String> others) {
        return new Reply(status, contentType, body, others);
    }
}
