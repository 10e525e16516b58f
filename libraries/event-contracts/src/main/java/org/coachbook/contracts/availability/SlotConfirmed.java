package org.coachbook.contracts.availability;

import java.time.Instant;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The reservation is permanent.
 *
 * @param reservationId the booking id and the attempt number, {@code bookingId:n}
 * @param decidesAt of a seat whose session waits for its minimum of attendees: when it is decided at the latest whether it
 *     takes place, which {@code SessionGoing} or {@code SessionOff} tells; null: nothing is to be waited for
 */
@Contract(type = "availability.replied.slot-confirmed.v1", topic = Topics.BOOKING_REPLIES)
public record SlotConfirmed(
        String reservationId,
        String bookingId,
        String coachId,
        @Nullable Instant decidesAt) {}
