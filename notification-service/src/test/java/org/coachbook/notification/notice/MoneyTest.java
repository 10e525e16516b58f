package org.coachbook.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "6000, CHF, en, CHF 60.00",
        "5000, JPY, en, 'JPY 5,000'",
        "1250, KWD, en, KWD 1.250",
        "6050, EUR, de, 'EUR 60,50'"
    })
    void an_amount_has_the_decimals_of_its_currency(long amount, String currency, String language, String text) {
        assertThat(new Money(amount, currency).in(Locale.forLanguageTag(language)))
                .isEqualTo(text);
    }
}
