package org.coachbook.pricing.preview;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.coachbook.pricing.calculation.Calculation;
import org.coachbook.pricing.calculation.DiscountConditions;
import org.coachbook.pricing.calculation.DiscountTexts;
import org.coachbook.pricing.calculation.PriceCalculation;
import org.coachbook.pricing.calculation.Session;
import org.coachbook.pricing.calculation.Tariff;
import org.coachbook.pricing.rates.RateCard;

/**
 * A session whose price a coach wants to see. Whether it could be booked plays no part.
 *
 * @param connected whether its client has an accepted connection to the coach
 * @param occurrences how many sessions the series has; 1 for a single one
 */
record PreviewedSession(String sessionTypeId, Session session, boolean connected, int occurrences) {
    /** What it costs by this card when it is booked now. */
    PreviewedPrice under(RateCard card, BigDecimal feePercent, Instant now, DiscountTexts texts) {
        var asked = new DiscountConditions.Asked(Duration.between(now, session.start()), occurrences, connected);
        Optional<Calculation> calculation = card.rateOf(sessionTypeId)
                .filter(rate -> rate.usual(session.minutes()).isPresent())
                .map(rate -> Tariff.of(card, rate, session, asked, feePercent, texts))
                .map(tariff -> PriceCalculation.of(tariff, session));
        return PreviewedPrice.of(calculation, card.currency(), session.minutes());
    }
}
