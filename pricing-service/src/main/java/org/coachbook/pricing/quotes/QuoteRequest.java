package org.coachbook.pricing.quotes;

import java.time.Instant;
import org.coachbook.pricing.calculation.DiscountTexts;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks the price of.
 *
 * @param clientId null for a visitor who is not signed in
 * @param durationMinutes null for the session type's default
 * @param occurrences how many sessions the series has; 1 for a single booking
 * @param promotionCode null where none was entered
 * @param usePackage whether a credit of a package pays for it
 * @param texts in which discounts are described
 */
record QuoteRequest(
        @Nullable String clientId,
        String coachId,
        String sessionTypeId,
        Instant start,
        @Nullable Integer durationMinutes,
        int occurrences,
        @Nullable String promotionCode,
        boolean usePackage,
        DiscountTexts texts) {}
