package org.coachbook.contracts.pricing;

/**
 * One discount, in minor units.
 *
 * @param type {@code early_bird}, {@code recurring}, {@code package}, {@code connection} or {@code promotion}
 */
public record DiscountLine(String type, long amount, String description) {}
