package org.coachbook.booking.placement;

/** Why an order is not even tried; its idempotency key stays unused. */
sealed interface PlacementRefusal {
    record QuoteInvalid() implements PlacementRefusal {}

    record QuoteExpired() implements PlacementRefusal {}

    /** The quote is genuine, but for something or somebody else; {@code what} names the field. */
    record QuoteMismatch(String what) implements PlacementRefusal {}

    record InvalidField(String field, String message) implements PlacementRefusal {}

    /** The key was used for another order. */
    record KeyReused() implements PlacementRefusal {}

    /** The quote cannot be judged right now. */
    record TryAgain() implements PlacementRefusal {}
}
