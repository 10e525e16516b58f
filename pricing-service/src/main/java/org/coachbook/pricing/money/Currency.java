package org.coachbook.pricing.money;

import java.math.BigDecimal;

/**
 * A currency as Stripe takes it; every amount is in minor units ({@code 10^-decimals}).
 *
 * @param code ISO 4217
 * @param decimals of the minor unit that amounts are counted in; 2 for ISK and UGX, as Stripe counts them
 * @param smallest the least amount that exists: 100 for ISK and UGX, which have no cents
 * @param chargeable charges, fees and refunds are multiples of it: 10 with three decimals
 * @param minimum the least that can be charged
 * @param maximum the most that can be charged
 */
public record Currency(String code, int decimals, long smallest, long chargeable, long minimum, long maximum) {
    /** Whether an amount is a multiple of what can be charged. */
    public boolean canCharge(long amount) {
        return amount % chargeable == 0;
    }

    /** An amount for people: {@code 12.50 CHF}. */
    public String show(long amount) {
        return BigDecimal.valueOf(amount, decimals).toPlainString() + " " + code;
    }
}
