package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A time is held or reserved.
 */
@Contract(type = "availability.slot-held.v1", topic = Topics.AVAILABILITY_EVENTS)
public record SlotHeld(String coachId, Instant start, Instant end) {}
