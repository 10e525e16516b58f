package org.coachbook.notification.live;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What one person's sockets are sent.
 *
 * @param key the recipient and the frame's id
 * @param id the cursor for {@code since}; derived from the event, so it is the same on every replica
 * @param stream what {@code sequence} counts for: topic and aggregate
 * @param rank the order of the frames of one event
 * @param at when the event was appended
 * @param json the frame as it travels
 */
public record Frame(
        @BsonId String key,
        String recipientId,
        String id,
        String stream,
        long sequence,
        int rank,
        Instant at,
        String json) {

    static String keyOf(String recipientId, String id) {
        return recipientId + "|" + id;
    }

    /** Whether this comes after another frame of the same stream. */
    boolean follows(Frame other) {
        return sequence > other.sequence || (sequence == other.sequence && rank > other.rank);
    }
}
