package org.coachbook.notification.notice;

import java.time.Instant;

/**
 * The session a booking is about, without anything personal.
 *
 * @param status the booking's status, lower snake case
 */
public record Session(String bookingId, String sessionTypeId, Instant start, Instant end, String status) {}
