package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A time is held for the one whose turn it is on a wait list, until {@code expiresAt}.
 *
 * @param waitingId the client's place on the list
 * @param holdId what the time is booked with
 */
@Contract(type = "availability.wait-list-offered.v1", topic = Topics.WAIT_LIST_OFFERS)
public record WaitListOffered(
        String waitingId,
        String coachId,
        String clientId,
        String sessionTypeId,
        String holdId,
        Instant start,
        Instant end,
        Instant expiresAt) {}
