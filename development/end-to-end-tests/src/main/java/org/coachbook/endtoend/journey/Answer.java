package org.coachbook.endtoend.journey;

import com.fasterxml.jackson.databind.JsonNode;

/** What the API answered; refusals are answers, too. */
public record Answer(int status, JsonNode body) {
    /** The last part of a problem's type, {@code slot-unavailable}. */
    public String problem() {
        return body.path("type").asText().replaceFirst(".*/problems/", "");
    }

    /** A field of the body as text, by dotted path. */
    public String text(String path) {
        return body.at("/" + path.replace('.', '/')).asText();
    }

    /** This answer where it has the status. */
    public Answer require(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + ", was " + status + ": " + body);
        }
        return this;
    }
}
