package org.coachbook.stripesimulator.objects;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Amounts in minor units, and the shares of them that Stripe computes. */
public final class Money {
    private Money() {}

    /** How many decimals a currency has: CHF 2, JPY 0, KWD 3. */
    public static int decimals(String currency) {
        return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
    }

    /** For a person: {@code CHF 10.50}. */
    public static String text(long amount, String currency) {
        return currency.toUpperCase(Locale.ROOT) + " "
                + BigDecimal.valueOf(amount, decimals(currency)).toPlainString();
    }

    /** Half-up {@code whole × part / of}, for amounts that are not negative. */
    public static long share(long whole, long part, long of) {
        return (Math.multiplyExact(whole, part) * 2 + of) / (of * 2);
    }
}
