package org.coachbook.availability.guard;

import java.time.Instant;
import org.bson.Document;

/**
 * What was decided about a session that needed a minimum of attendees; written once, never changed.
 *
 * @param session as its seats name it
 * @param going whether it takes place
 */
public record SessionDecision(String session, boolean going, Instant at) {
    Document toDocument() {
        return new Document("session", session).append("going", going).append("at", at);
    }
}
