package org.coachbook.booking.process;

import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.RedeemableDiscount;

/**
 * What a time costs today, without what can be used only once; minor units.
 *
 * @param base before discounts
 * @param discounted after them
 * @param total what would be charged
 */
public record TodaysPrice(String currency, long base, long discounted, long total) {
    /**
     * Whether it is more than was agreed. What a code took off cannot be had again today and is added to what was agreed,
     * the other discounts are not; a credit pays all there is, so that then the prices before discounts are compared.
     */
    boolean isHigherThanAgreed(Order order) {
        return !currency.equals(agreed(order).currency()) || comparedWith(order) > comparedIn(order);
    }

    /** The figure of today that counts. */
    long comparedWith(Order order) {
        RedeemableDiscount redeemed = order.redeems();
        if (redeemed == null) {
            return total;
        }
        return redeemed.kind() == DiscountKind.PACKAGE ? base : discounted;
    }

    /** The figure of the order that counts. */
    static long comparedIn(Order order) {
        RedeemableDiscount redeemed = order.redeems();
        if (redeemed == null) {
            return order.total();
        }
        Price agreed = agreed(order);
        return redeemed.kind() == DiscountKind.PACKAGE ? agreed.base() : agreed.discounted() + takenOffByCode(agreed);
    }

    private static long takenOffByCode(Price agreed) {
        return agreed.discounts().stream()
                .filter(line -> line.type().equals("promotion"))
                .mapToLong(DiscountLine::amount)
                .sum();
    }

    private static Price agreed(Order order) {
        return order.quote().price();
    }
}
