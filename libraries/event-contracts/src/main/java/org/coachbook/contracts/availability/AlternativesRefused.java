package org.coachbook.contracts.availability;

import java.util.List;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * None of the offered times is kept and nothing was given up, because of those that cannot be had.
 */
@Contract(type = "availability.replied.alternatives-refused.v1", topic = Topics.BOOKING_REPLIES)
public record AlternativesRefused(String bookingId, String coachId, List<RefusedAlternative> refused) {}
