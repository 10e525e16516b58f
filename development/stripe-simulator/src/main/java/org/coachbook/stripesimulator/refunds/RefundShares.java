package org.coachbook.stripesimulator.refunds;

import org.coachbook.stripesimulator.objects.Money;
import org.coachbook.stripesimulator.objects.StripeObject;

/**
 * What of a transfer or application fee goes back with a refund: in proportion to the amount captured. Computed from
 * the running total, so that several partial refunds give back exactly the whole in the end.
 */
final class RefundShares {
    private RefundShares() {}

    /**
     * The share of a whole that belongs to a refund of a charge, at most what is left of the whole.
     *
     * @param amount the refund's amount, not yet added to the charge's
     */
    static long of(StripeObject charge, long amount, long whole, long left) {
        long captured = charge.number("amount_captured");
        long before = charge.number("amount_refunded") - (charge.number("amount") - captured);
        long share = Money.share(whole, before + amount, captured) - Money.share(whole, before, captured);
        return Math.min(share, left);
    }
}
