package org.coachbook.stripesimulator.balance;

import org.coachbook.stripesimulator.objects.Money;

/** Stripe's fee on a card charge: 2.9 % and 0.30 of the currency. */
public final class ProcessingFee {
    private static final long PER_MILLE = 29;
    private static final long FIXED_HUNDREDTHS = 30;

    private ProcessingFee() {}

    /** The fee in minor units. */
    public static long of(long amount, String currency) {
        long fixed = Money.decimals(currency) == 3 ? FIXED_HUNDREDTHS * 10 : FIXED_HUNDREDTHS;
        return Money.share(amount, PER_MILLE, 1_000) + fixed;
    }
}
