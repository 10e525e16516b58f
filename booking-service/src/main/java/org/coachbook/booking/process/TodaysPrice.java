package org.coachbook.booking.process;

import org.coachbook.contracts.pricing.Price;

/**
 * What a time costs today; minor units.
 *
 * @param base before discounts
 * @param total what would be charged
 */
public record TodaysPrice(String currency, long base, long total) {
    /**
     * Whether it is more than was agreed. What a code or a credit took off cannot be had again today, so that then what
     * the session costs without any discount is compared.
     */
    boolean isHigherThanAgreed(Order order) {
        return !currency.equals(agreed(order).currency()) || comparedWith(order) > comparedIn(order);
    }

    /** The figure of today that counts. */
    long comparedWith(Order order) {
        return order.redeems() == null ? total : base;
    }

    /** The figure of the order that counts. */
    static long comparedIn(Order order) {
        return order.redeems() == null ? order.total() : agreed(order).base();
    }

    private static Price agreed(Order order) {
        return order.quote().price();
    }
}
