package org.coachbook.contracts.pricing;

/**
 * A discount in a quote that is used up by booking. The booking's own id names its redemption.
 *
 * @param id of the promotion or the package
 * @param label what the client entered, as a code, or the package's name
 */
public record RedeemableDiscount(DiscountKind kind, String id, String label) {}
