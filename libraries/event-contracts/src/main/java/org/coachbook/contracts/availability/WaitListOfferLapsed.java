package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A time that was offered from a wait list was neither booked nor given back by its deadline; the client has left the
 * list.
 *
 * @param waitingId the place on the list that the client had
 */
@Contract(type = "availability.wait-list-offer-lapsed.v1", topic = Topics.WAIT_LIST_OFFERS)
public record WaitListOfferLapsed(
        String waitingId, String coachId, String clientId, String sessionTypeId, Instant start, Instant end) {}
