package org.coachbook.contracts.availability;

import java.time.Instant;

/**
 * One of the times that a coach offers.
 *
 * @param reservationId the booking id and an attempt number of its own, {@code bookingId:n}
 */
public record Alternative(String reservationId, Instant start) {}
