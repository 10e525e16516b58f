package org.coachbook.pricing.calculation;

import java.util.List;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;

/**
 * A price with everything that led to it; amounts are minor units. {@code price.total - platformFee = payout}.
 *
 * @param roundedAway whether something is due that is so little that it rounds to nothing; nothing is given away by rounding
 * @param platformFee kept from the payout, never paid on top
 */
public record Calculation(Price price, List<PriceLine> lines, boolean roundedAway, long platformFee, long payout) {
    Calculation thatRoundsToNothing() {
        return new Calculation(price, lines, true, platformFee, payout);
    }
}
