package org.coachbook.pricing.calculation;

import java.util.List;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;

/**
 * A price with everything that led to it; amounts are minor units. {@code price.total - platformFee = payout}.
 *
 * @param platformFee kept from the payout, never paid on top
 */
public record Calculation(Price price, List<PriceLine> lines, long platformFee, long payout) {}
