package org.coachbook.pricing.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.Reduction;

/**
 * Takes discounts off a base: percentages first, each of the base and rounded by itself, then fixed amounts; what would
 * go below 0 is cut off.
 */
final class Reductions {
    private final Currency currency;
    private final long base;
    private final DiscountTexts texts;
    private final List<DiscountLine> lines = new ArrayList<>();
    private long left;

    private Reductions(Currency currency, long base, DiscountTexts texts) {
        this.currency = currency;
        this.texts = texts;
        this.base = base;
        this.left = base;
    }

    /** One line per discount that takes something off. */
    static List<DiscountLine> of(Tariff tariff, long base) {
        List<Discount> discounts = tariff.discounts();
        Reductions reductions = new Reductions(tariff.currency(), base, tariff.texts());
        discounts.stream().filter(Reductions::isPercentage).forEach(reductions::take);
        discounts.stream().filter(discount -> !isPercentage(discount)).forEach(reductions::take);
        return List.copyOf(reductions.lines);
    }

    private static boolean isPercentage(Discount discount) {
        return discount.reduction() instanceof Reduction.Percentage;
    }

    private void take(Discount discount) {
        long amount = Math.min(left, amountOf(discount.reduction()));
        if (amount > 0) {
            left -= amount;
            lines.add(new DiscountLine(typeOf(discount), amount, texts.describe(discount, amount, currency)));
        }
    }

    private long amountOf(Reduction reduction) {
        return exactly(reduction, base).halfUpTo(currency.chargeable());
    }

    /** What all of them come to before anything is rounded or cut off. */
    static Fraction exactly(Tariff tariff, long base) {
        return tariff.discounts().stream()
                .map(discount -> exactly(discount.reduction(), base))
                .reduce(Fraction.of(0), Fraction::plus);
    }

    private static Fraction exactly(Reduction reduction, long base) {
        return switch (reduction) {
            case Reduction.Percentage(BigDecimal percent) -> PriceCalculation.percentOf(base, percent);
            case Reduction.FixedAmount(long amount) -> Fraction.of(amount);
        };
    }

    private static String typeOf(Discount discount) {
        return switch (discount) {
            case Discount.EarlyBird _ -> "early_bird";
            case Discount.Recurring _ -> "recurring";
            case Discount.Connected _ -> "connection";
            case Discount.Promotion _ -> "promotion";
            case Discount.Prepaid _ -> "package";
        };
    }
}
