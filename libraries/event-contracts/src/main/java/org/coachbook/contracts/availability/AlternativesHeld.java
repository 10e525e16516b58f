package org.coachbook.contracts.availability;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * All offered times are kept for the client until {@code expiresAt}.
 *
 * @param timeZone the coach's IANA zone
 */
@Contract(type = "availability.replied.alternatives-held.v1", topic = Topics.BOOKING_REPLIES)
public record AlternativesHeld(
        String bookingId, String coachId, List<Alternative> alternatives, Instant expiresAt, String timeZone) {}
