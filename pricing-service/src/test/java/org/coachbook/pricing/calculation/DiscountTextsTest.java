package org.coachbook.pricing.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.Reduction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountTextsTest {
    private static final Currency CHF = Currencies.find("CHF").orElseThrow();
    private static final Discount EARLY = new Discount.EarlyBird(30, new Reduction.Percentage(BigDecimal.TEN));
    private static final Discount SERIES = new Discount.Recurring(5, new Reduction.FixedAmount(500));

    @ParameterizedTest
    @CsvSource({
        "en-GB, 10 % for booking at least 30 days ahead, 5.00 CHF for a series of at least 5 sessions",
        "'de-CH, fr;q=0.5', 10 % bei Buchung mindestens 30 Tage im Voraus,"
                + " 5.00 CHF bei einer Serie von mindestens 5 Sitzungen",
        "fr, 10 % pour une réservation au moins 30 jours à l'avance, 5.00 CHF pour une série d'au moins 5 séances",
        "'ja, it-CH', 10 % per una prenotazione con almeno 30 giorni di anticipo,"
                + " 5.00 CHF per una serie di almeno 5 sessioni"
    })
    void a_discount_is_described_in_the_readers_language(String accepted, String early, String series) {
        DiscountTexts texts = DiscountTexts.in(accepted);
        assertThat(texts.describe(EARLY, 1200, CHF)).isEqualTo(early);
        assertThat(texts.describe(SERIES, 500, CHF)).isEqualTo(series);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 10 % for booking at least 1 day ahead",
        "de, 10 % bei Buchung mindestens 1 Tag im Voraus",
        "fr, 10 % pour une réservation au moins 1 jour à l'avance",
        "it, 10 % per una prenotazione con almeno 1 giorno di anticipo"
    })
    void one_day_is_one_day(String language, String early) {
        Discount dayAhead = new Discount.EarlyBird(1, new Reduction.Percentage(BigDecimal.TEN));
        assertThat(DiscountTexts.in(language).describe(dayAhead, 600, CHF)).isEqualTo(early);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "*", "", ";q=x", "%%"})
    void without_a_language_of_ours_it_is_english(String accepted) {
        assertThat(DiscountTexts.in(accepted).describe(EARLY, 1200, CHF)).startsWith("10 % for booking");
    }
}
