package org.coachbook.contracts.pricing;

/**
 * Value added tax of a price.
 *
 * @param ratePercent a decimal as text, {@code "8.1"}
 * @param amount minor units
 * @param included whether the price shown before contains it
 */
public record Vat(String ratePercent, long amount, boolean included) {}
