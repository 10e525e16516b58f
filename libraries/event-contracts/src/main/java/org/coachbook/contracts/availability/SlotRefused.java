package org.coachbook.contracts.availability;

import java.util.List;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The time could not be had.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 * @param nearest the nearest free times, at most three
 */
@Contract(type = "availability.replied.slot-refused.v1", topic = Topics.BOOKING_REPLIES)
public record SlotRefused(
        String reservationId, String bookingId, String coachId, RefusalReason reason, List<TimeRange> nearest) {}
