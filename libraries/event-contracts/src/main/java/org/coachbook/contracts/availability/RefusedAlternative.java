package org.coachbook.contracts.availability;

/**
 * One of the offered times that cannot be had.
 */
public record RefusedAlternative(String reservationId, RefusalReason reason) {}
