package org.coachbook.contracts.availability;

import java.time.Instant;

/**
 * A half-open range of time in UTC.
 */
public record TimeRange(Instant start, Instant end) {}
