package org.coachbook.contracts.pricing;

import java.time.Instant;

/**
 * A stretch of the session at one hourly rate.
 *
 * @param hourly minor units per 60 minutes
 * @param amount minor units, rounded half-up
 */
public record PriceLine(Instant start, int minutes, long hourly, long amount) {}
