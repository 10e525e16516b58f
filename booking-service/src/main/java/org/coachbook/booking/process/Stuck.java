package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;

/**
 * A booking that could not be moved on, put aside alone until an operator resumes it.
 *
 * @param error what went wrong, for the operator
 * @param unhandled replies that came since, oldest first
 */
public record Stuck(Instant since, String error, List<StoredReply> unhandled) {
    /** A reply that waits for the operator; the payload is JSON. */
    public record StoredReply(String id, String type, String payload) {}
}
