package org.coachbook.pricing.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {
    @ParameterizedTest
    @CsvSource({
        "CHF, 2, 1, 1, 50",
        "EUR, 2, 1, 1, 50",
        "GBP, 2, 1, 1, 30",
        "HUF, 2, 1, 1, 17500",
        "JPY, 0, 1, 1, 50",
        "KWD, 3, 1, 10, 200",
        "ISK, 2, 100, 100, 10000",
        "UGX, 2, 100, 100, 250000"
    })
    void the_table_says_how_stripe_counts_a_currency(
            String code, int decimals, long smallest, long chargeable, long minimum) {
        Currency currency = Currencies.find(code).orElseThrow();
        assertThat(currency.decimals()).isEqualTo(decimals);
        assertThat(currency.smallest()).isEqualTo(smallest);
        assertThat(currency.chargeable()).isEqualTo(chargeable);
        assertThat(currency.minimum()).isEqualTo(minimum);
    }

    @Test
    void every_row_is_a_currency_of_iso_4217_with_limits_that_can_be_charged() {
        assertThat(Currencies.all()).hasSizeGreaterThan(70).allSatisfy((code, currency) -> {
            assertThat(java.util.Currency.getInstance(code).getCurrencyCode()).isEqualTo(code);
            assertThat(currency.minimum()).isPositive().isLessThan(currency.maximum());
            assertThat(currency.minimum() % currency.chargeable()).isZero();
            assertThat(currency.maximum() % currency.chargeable()).isZero();
        });
    }

    @Test
    void what_is_not_in_the_table_is_not_found() {
        assertThat(Currencies.find("XXX")).isEmpty();
        assertThat(Currencies.find("chf")).isEmpty();
        assertThat(Currencies.find("")).isEmpty();
    }

    @Test
    void an_amount_is_shown_with_the_decimals_of_its_currency() {
        assertThat(Currencies.find("CHF").orElseThrow().show(1205)).isEqualTo("12.05 CHF");
        assertThat(Currencies.find("JPY").orElseThrow().show(1205)).isEqualTo("1205 JPY");
        assertThat(Currencies.find("KWD").orElseThrow().show(1250)).isEqualTo("1.250 KWD");
    }
}
