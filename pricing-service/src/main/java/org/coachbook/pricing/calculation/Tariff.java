package org.coachbook.pricing.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.RateCard;
import org.coachbook.pricing.rates.SessionRate;
import org.coachbook.pricing.rates.VatRule;

/**
 * By what a session is priced.
 *
 * @param discounts those whose conditions are met
 * @param feePercent of the discounted amount, 0 to 100
 * @param texts in which discounts are described
 */
public record Tariff(
        Currency currency,
        SessionRate rate,
        List<Discount> discounts,
        VatRule vat,
        BigDecimal feePercent,
        DiscountTexts texts) {
    /** The same for a session that is prepaid: nothing else is taken off. */
    public Tariff prepaid(Discount.Prepaid credit) {
        return new Tariff(currency, rate, List.of(credit), vat, feePercent, texts);
    }

    /** The same with one discount more. */
    public Tariff plus(Optional<? extends Discount> discount) {
        List<Discount> all =
                Stream.<Discount>concat(discounts.stream(), discount.stream()).toList();
        return new Tariff(currency, rate, all, vat, feePercent, texts);
    }

    /** What applies to a session by a card: its discounts whose conditions are met, the tax on its date. */
    public static Tariff of(
            RateCard card,
            SessionRate rate,
            Session session,
            DiscountConditions.Asked asked,
            BigDecimal feePercent,
            DiscountTexts texts) {
        return new Tariff(
                card.currency(),
                rate,
                DiscountConditions.met(rate.discounts(), asked),
                card.vat().on(session.localDate()),
                feePercent,
                texts);
    }
}
