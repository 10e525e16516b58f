package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A held or reserved time is free again.
 */
@Contract(type = "availability.slot-freed.v1", topic = Topics.AVAILABILITY_EVENTS)
public record SlotFreed(String coachId, Instant start, Instant end) {}
