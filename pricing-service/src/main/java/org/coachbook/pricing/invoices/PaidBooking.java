package org.coachbook.pricing.invoices;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.jspecify.annotations.Nullable;

/**
 * A booking as booking-service shows it to services; what an invoice needs of it.
 *
 * @param coachTimeZone IANA zone
 * @param lines stretches of the session at one rate each
 * @param rateCardVersion the coach's card that it was priced by
 */
public record PaidBooking(
        String id,
        String coachId,
        String clientId,
        String sessionTypeId,
        Instant start,
        Instant end,
        @Nullable String coachTimeZone,
        Price price,
        @Nullable List<PriceLine> lines,
        long rateCardVersion) {}
