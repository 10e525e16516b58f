package org.coachbook.stripesimulator.paymentintents;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Money;
import org.coachbook.stripesimulator.objects.Table;

/** What may be charged in a currency (docs.stripe.com/currencies). */
final class AmountRules {
    private static final long LARGEST = 99_999_999;
    private static final int THREE_DECIMAL_STEP = 10;
    private static final int WHOLE_UNIT_STEP = 100;
    private static final Set<String> WHOLE_UNITS = Set.of("isk", "ugx");

    private final Map<String, Long> minimums = new HashMap<>();

    AmountRules() {
        for (String[] row : Table.rows(AmountRules.class, "minimum-amounts.csv")) {
            minimums.put(row[0], Long.parseLong(row[1]));
        }
    }

    /** A currency in lower case, if Stripe knows it. */
    String currency(String given) {
        String currency = given.toLowerCase(Locale.ROOT);
        try {
            if (Money.decimals(currency) >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw invalidCurrency(given);
        }
        throw invalidCurrency(given);
    }

    private static RuntimeException invalidCurrency(String given) {
        return StripeErrors.parameter(
                null,
                "currency",
                "Invalid currency: " + given + ". Stripe currently supports these currencies: usd, eur, chf, gbp, …");
    }

    void check(long amount, String currency) {
        if (amount < 1) {
            throw StripeErrors.parameter(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        long minimum = minimums.getOrDefault(currency, 1L);
        if (amount < minimum) {
            throw StripeErrors.parameter(
                    "amount_too_small", "amount", "Amount must be at least " + Money.text(minimum, currency) + ".");
        }
        if (amount > LARGEST) {
            throw StripeErrors.parameter(
                    "amount_too_large", "amount", "Amount must be no more than " + Money.text(LARGEST, currency) + ".");
        }
        if (amount % step(currency) != 0) {
            throw StripeErrors.parameter(
                    "parameter_invalid_integer",
                    "amount",
                    "Amounts in " + currency + " must be multiples of " + step(currency) + ".");
        }
    }

    private static int step(String currency) {
        if (WHOLE_UNITS.contains(currency)) {
            return WHOLE_UNIT_STEP;
        }
        return Money.decimals(currency) == 3 ? THREE_DECIMAL_STEP : 1;
    }
}
