package org.coachbook.pricing.calculation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.Reduction;

/** Says what a discount is for in the reader's language; texts are in {@code discounts*.properties}. */
public final class DiscountTexts {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN);

    private final ResourceBundle texts;
    private final Locale language;

    private DiscountTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                DiscountTexts.class.getPackageName() + ".discounts",
                language,
                DiscountTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The texts in the first of these languages that there are texts in; English when there are in none.
     *
     * @param accepted as in {@code Accept-Language} (RFC 9110 §12.5.4), {@code "de-CH, fr;q=0.5"}
     */
    public static DiscountTexts in(String accepted) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return new DiscountTexts(found == null ? Locale.ENGLISH : found);
        } catch (IllegalArgumentException e) {
            return english();
        }
    }

    /** The texts in English. */
    public static DiscountTexts english() {
        return new DiscountTexts(Locale.ENGLISH);
    }

    /** @param taken what it took off, which is less than its fixed amount where that is more than the price */
    String describe(Discount discount, long taken, Currency currency) {
        String off =
                switch (discount.reduction()) {
                    case Reduction.Percentage(var percent) -> PriceCalculation.plain(percent) + " %";
                    case Reduction.FixedAmount _ -> currency.show(taken);
                };
        return switch (discount) {
            case Discount.EarlyBird bird -> text("early_bird", off, bird.daysAhead());
            case Discount.Recurring recurring -> text("recurring", off, recurring.minSessions());
            case Discount.Connected _ -> text("connection", off);
            case Discount.Prepaid prepaid -> text("package", prepaid.name());
            case Discount.Promotion promotion -> text("promotion", off, promotion.code());
        };
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }
}
