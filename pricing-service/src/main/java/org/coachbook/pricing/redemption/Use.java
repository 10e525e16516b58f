package org.coachbook.pricing.redemption;

import java.time.Instant;

/**
 * One redemption.
 *
 * @param id the booking's
 */
public record Use(String id, String clientId, Instant at) {}
