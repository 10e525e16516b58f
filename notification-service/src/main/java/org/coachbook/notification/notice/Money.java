package org.coachbook.notification.notice;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money.
 *
 * @param amount minor units
 * @param currency ISO 4217
 */
public record Money(long amount, String currency) {
    /** As a person reads it: 6000 CHF is {@code CHF 60.00} in English. */
    public String in(Locale locale) {
        Currency unit = Currency.getInstance(currency);
        int decimals = unit.getDefaultFractionDigits();
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(decimals);
        number.setMaximumFractionDigits(decimals);
        return currency + " " + number.format(BigDecimal.valueOf(amount, decimals));
    }
}
