package org.coachbook.contracts.availability;

import java.util.List;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * Free times of a coach changed in some weeks.
 *
 * @param weeks ISO weeks, {@code 2027-W09}
 */
@Contract(type = "availability.changed.v1", topic = Topics.AVAILABILITY_EVENTS)
public record AvailabilityChanged(String coachId, List<String> weeks) {}
