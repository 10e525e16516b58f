package org.coachbook.booking.placement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.coachbook.contracts.pricing.Quote;

/** Whether an order agrees with its quote and makes sense. What depends on the calendar is the calendar's to say. */
final class OrderCheck {
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private OrderCheck() {}

    /** Why the order is refused, if it is. */
    static Optional<PlacementRefusal> refusal(PlaceBooking order, String clientId, QuoteVerdict verdict, Instant now) {
        return switch (verdict) {
            case QuoteVerdict.Invalid _ -> Optional.of(new PlacementRefusal.QuoteInvalid());
            case QuoteVerdict.Undecided _ -> Optional.of(new PlacementRefusal.TryAgain());
            case QuoteVerdict.Expired _ -> Optional.of(new PlacementRefusal.QuoteExpired());
            case QuoteVerdict.Genuine genuine ->
                mismatch(order, clientId, genuine.quote()).or(() -> nonsense(order, clientId, now));
        };
    }

    private static Optional<PlacementRefusal> mismatch(PlaceBooking order, String clientId, Quote quote) {
        if (!clientId.equals(quote.clientId())) {
            return differs("clientId");
        }
        if (!order.coachId().equals(quote.coachId())) {
            return differs("coachId");
        }
        if (!order.sessionTypeId().equals(quote.sessionTypeId())) {
            return differs("sessionTypeId");
        }
        if (!order.start().equals(quote.start())) {
            return differs("start");
        }
        if (quote.occurrences() != null) {
            return differs("occurrences");
        }
        return order.durationMinutes() == quote.durationMinutes() ? Optional.empty() : differs("durationMinutes");
    }

    private static Optional<PlacementRefusal> nonsense(PlaceBooking order, String clientId, Instant now) {
        if (!ZONES.contains(order.timeZone())) {
            return Optional.of(new PlacementRefusal.InvalidField("timeZone", "must be an IANA time zone"));
        }
        if (!order.start().isAfter(now)) {
            return Optional.of(new PlacementRefusal.InvalidField("start", "is in the past"));
        }
        return order.coachId().equals(clientId)
                ? Optional.of(new PlacementRefusal.InvalidField("coachId", "must not be yourself"))
                : Optional.empty();
    }

    private static Optional<PlacementRefusal> differs(String field) {
        return Optional.of(new PlacementRefusal.QuoteMismatch(field));
    }
}
