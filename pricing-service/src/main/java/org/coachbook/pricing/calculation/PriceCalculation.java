package org.coachbook.pricing.calculation;

import java.math.BigDecimal;
import java.util.List;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.contracts.pricing.Vat;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.rates.VatRule;

/**
 * The one place where prices are computed: base, discounts, discounted, VAT, total, fee, payout, in this order.
 *
 * <p>Arithmetic is exact; each line is rounded half-up once. Lines, discounts, added VAT and the fee are rounded to the
 * chargeable unit, so that everything charged is a multiple of it and every sum is exact; VAT that is included charges
 * nothing and is rounded to the smallest unit there is.
 */
public final class PriceCalculation {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PriceCalculation() {}

    /** The price of a session. Depends on its arguments only. */
    public static Calculation of(Tariff tariff, Session session) {
        Currency currency = tariff.currency();
        List<Stretch> stretches = Stretch.of(tariff.rate(), session);
        List<PriceLine> lines =
                stretches.stream().map(stretch -> stretch.priced(currency)).toList();
        long base = lines.stream().mapToLong(PriceLine::amount).sum();
        List<DiscountLine> discounts = Reductions.of(tariff, base);
        Calculation sum = sum(currency, tariff.vat(), tariff.feePercent(), base, discounts, lines);
        return sum.price().discounted() == 0 && isDue(stretches, tariff, base) ? sum.thatRoundsToNothing() : sum;
    }

    /** Whether anything is due before rounding. */
    private static boolean isDue(List<Stretch> stretches, Tariff tariff, long base) {
        return base == 0
                ? stretches.stream().anyMatch(stretch -> stretch.exactly().isMoreThan(Fraction.of(0)))
                : Fraction.of(base).isMoreThan(Reductions.exactly(tariff, base));
    }

    /**
     * The price of what costs a fixed sum, as a package of sessions.
     *
     * @param base minor units, a multiple of what can be charged
     */
    public static Calculation of(long base, Currency currency, VatRule vat, BigDecimal feePercent) {
        return sum(currency, vat, feePercent, base, List.of(), List.of());
    }

    private static Calculation sum(
            Currency currency,
            VatRule vat,
            BigDecimal feePercent,
            long base,
            List<DiscountLine> discounts,
            List<PriceLine> lines) {
        long discounted =
                base - discounts.stream().mapToLong(DiscountLine::amount).sum();
        Price price = price(currency, vat, base, discounts, discounted);
        long fee = percentOf(discounted, feePercent).halfUpTo(currency.chargeable());
        return new Calculation(price, lines, false, fee, price.total() - fee);
    }

    private static Price price(
            Currency currency, VatRule rule, long base, List<DiscountLine> discounts, long discounted) {
        long vat = rule.included()
                ? includedIn(discounted, rule.ratePercent()).halfUpTo(currency.smallest())
                : percentOf(discounted, rule.ratePercent()).halfUpTo(currency.chargeable());
        long total = rule.included() ? discounted : discounted + vat;
        Vat line = new Vat(plain(rule.ratePercent()), vat, rule.included());
        return new Price(currency.code(), base, discounts, discounted, total - vat, line, total);
    }

    /** {@code amount * percent / 100}. */
    static Fraction percentOf(long amount, BigDecimal percent) {
        return Fraction.of(amount).times(Fraction.of(percent)).dividedBy(Fraction.of(HUNDRED));
    }

    /** The share of {@code gross} that is tax: {@code gross * percent / (100 + percent)}. */
    private static Fraction includedIn(long gross, BigDecimal percent) {
        return Fraction.of(gross).times(Fraction.of(percent)).dividedBy(Fraction.of(HUNDRED.add(percent)));
    }

    static String plain(BigDecimal percent) {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
