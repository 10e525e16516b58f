package org.coachbook.notification.parties;

import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.notification.notice.Session;

/**
 * What this service knows of a booking: ids and times, nothing personal.
 *
 * @param id the booking's
 * @param clientRef the client's pseudonym in public events
 * @param sequence of the last event that was told; older ones are dropped
 * @param invited whether the parties have it in their calendars
 */
public record KnownBooking(
        @BsonId String id,
        String coachId,
        String clientId,
        String clientRef,
        Session session,
        long sequence,
        boolean invited) {
    /** The parties. */
    public Parties parties() {
        return new Parties(coachId, clientId);
    }
}
