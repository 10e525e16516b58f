package org.coachbook.pricing.invoices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.jspecify.annotations.Nullable;

/**
 * A booking as booking-service shows it to services; what an invoice needs of it.
 *
 * @param coachTimeZone IANA zone
 * @param start as it now lies
 * @param lines stretches at one rate each of the session as it was priced
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
        long rateCardVersion) {
    /** What it costs, at the times of the session as it now lies: a moved one keeps its price. */
    List<PriceLine> linesAsHeld() {
        Duration moved = Duration.between(pricedStart(), start);
        return priced().stream()
                .map(line -> new PriceLine(line.start().plus(moved), line.minutes(), line.hourly(), line.amount()))
                .toList();
    }

    /** The local date by whose tax it was priced; a moved session keeps that. */
    LocalDate taxDate() {
        return LocalDate.ofInstant(pricedStart(), zone());
    }

    ZoneId zone() {
        return ZoneId.of(coachTimeZone == null ? "UTC" : coachTimeZone);
    }

    /** The first stretch begins with the session. */
    private Instant pricedStart() {
        return priced().isEmpty() ? start : priced().getFirst().start();
    }

    private List<PriceLine> priced() {
        return lines == null ? List.of() : lines;
    }
}
