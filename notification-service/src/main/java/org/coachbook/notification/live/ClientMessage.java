package org.coachbook.notification.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/** What a client may say over its socket. */
sealed interface ClientMessage {
    /** Wants to hear of changes in a coach's free times. */
    record Watch(String coachId) implements ClientMessage {}

    /** Was away; the id is that of the last frame it saw. */
    record Since(String frameId) implements ClientMessage {}

    /** Has a fresh token. */
    record Authenticate(String token) implements ClientMessage {}

    /** Asks whether we are there. */
    record Ping() implements ClientMessage {}

    /** Says nothing that we know. */
    record Unknown() implements ClientMessage {}

    /** Ids as our services make them; nothing else becomes part of an address. */
    Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    ObjectMapper JSON = new ObjectMapper();

    /** Reads a text message: {@code ping} or an object with exactly one member. */
    static ClientMessage parse(String text) {
        if (text.strip().equals("ping")) {
            return new Ping();
        }
        try {
            return of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new Unknown();
        }
    }

    private static ClientMessage of(JsonNode node) {
        if (node.isTextual() && node.textValue().equals("ping")) {
            return new Ping();
        }
        if (!node.isObject() || node.size() != 1) {
            return new Unknown();
        }
        return switch (node.fieldNames().next()) {
            case "watch" -> watch(node.get("watch"));
            case "since" ->
                node.get("since").isTextual() ? new Since(node.get("since").textValue()) : new Unknown();
            case "authenticate" ->
                node.get("authenticate").isTextual()
                        ? new Authenticate(node.get("authenticate").textValue())
                        : new Unknown();
            case "ping" -> new Ping();
            default -> new Unknown();
        };
    }

    private static ClientMessage watch(JsonNode node) {
        String coachId = node.path("coachId").asText("");
        return node.size() == 1 && ID.matcher(coachId).matches() ? new Watch(coachId) : new Unknown();
    }
}
