package org.coachbook.pricing.calculation;

import java.math.BigDecimal;
import java.util.List;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.SessionRate;
import org.coachbook.pricing.rates.VatRule;

/**
 * By what a session is priced.
 *
 * @param discounts those whose conditions are met
 * @param feePercent of the discounted amount, 0 to 100
 */
public record Tariff(
        Currency currency, SessionRate rate, List<Discount> discounts, VatRule vat, BigDecimal feePercent) {}
