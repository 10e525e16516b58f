package org.coachbook.pricing.rates;

import java.math.BigDecimal;

/**
 * Value added tax.
 *
 * @param ratePercent 0 to 100
 * @param included whether the rates contain it already
 */
public record VatRule(BigDecimal ratePercent, boolean included) {}
