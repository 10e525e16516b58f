package org.coachbook.pricing.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.Reduction;
import org.coachbook.pricing.rates.SessionRate;
import org.coachbook.pricing.rates.VatRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCalculationTest {
    private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    /** Columns: currency, hourly, minutes, VAT %, included, fee % -> base, VAT, taxable, final, fee, payout. */
    @ParameterizedTest
    @CsvSource({
        "CHF,  6000, 60, 8.1, true,  15,    6000, 450, 5550, 6000,  900, 5100",
        "CHF,  6000, 60, 8.1, false, 15,    6000, 486, 6000, 6486,  900, 5586",
        "CHF,  6000, 60, 0,   true,  15,    6000,   0, 6000, 6000,  900, 5100",
        "CHF,  6000, 60, 0,   false, 15,    6000,   0, 6000, 6000,  900, 5100",
        "CHF,  6000, 60, 8.1, true,  0,     6000, 450, 5550, 6000,    0, 6000",
        "CHF,  6000, 60, 8.1, false, 100,   6000, 486, 6000, 6486, 6000,  486",
        "CHF,  6000, 60, 100, true,  15,    6000, 3000, 3000, 6000, 900, 5100",
        "CHF,  9999, 45, 8.1, true,  12.5,  7499, 562, 6937, 7499,  937, 6562",
        "CHF,     0, 60, 8.1, true,  15,       0,   0,    0,    0,    0,    0",
        "EUR, 10000, 50, 19,  false, 15,    8333, 1583, 8333, 9916, 1250, 8666",
        "JPY,  6000, 60, 10,  true,  15,    6000, 545, 5455, 6000,  900, 5100",
        "JPY,  6001, 30, 10,  false, 15,    3001, 300, 3001, 3301,  450, 2851",
        "KWD, 12345, 60, 0,   true,  15,   12350,   0, 12350, 12350, 1850, 10500",
        "KWD, 12344, 60, 5,   false, 15,   12340, 620, 12340, 12960, 1850, 11110",
        "KWD, 10000, 60, 5,   true,  15,   10000, 476, 9524, 10000, 1500, 8500",
        "ISK, 500050, 60, 24, true,  15,  500100, 96800, 403300, 500100, 75000, 425100",
        "ISK, 500000, 45, 24, false, 15,  375000, 90000, 375000, 465000, 56300, 408700",
        "UGX, 10000000, 50, 18, false, 15, 8333300, 1500000, 8333300, 9833300, 1250000, 8583300"
    })
    void golden_rows(
            String currency,
            long hourly,
            int minutes,
            BigDecimal vat,
            boolean included,
            BigDecimal fee,
            long base,
            long vatAmount,
            long taxable,
            long total,
            long feeAmount,
            long payout) {
        Tariff tariff = tariff(currency, hourly, List.of(), new VatRule(vat, included), fee);
        Calculation calculation = PriceCalculation.of(tariff, session(minutes));
        Price price = calculation.price();
        assertThat(price.base()).isEqualTo(base);
        assertThat(price.discounted()).isEqualTo(base);
        assertThat(price.vat().amount()).isEqualTo(vatAmount);
        assertThat(price.taxable()).isEqualTo(taxable);
        assertThat(price.total()).isEqualTo(total);
        assertThat(calculation.platformFee()).isEqualTo(feeAmount);
        assertThat(calculation.payout()).isEqualTo(payout);
    }

    /** Columns: currency, hourly, % off, fixed sum off, VAT %, included -> discounts, discounted, VAT, taxable, final. */
    @ParameterizedTest
    @CsvSource({
        "KWD,  12340,  10,     0, 5,  true,   1230,      0,  11110,    529,  10581,  11110",
        "KWD,  12340,  10,  1234, 5,  false,  1230,   1230,   9880,    490,   9880,  10370",
        "ISK, 999900, 7.5,     0, 24, true,  75000,      0, 924900, 179000, 745900, 924900",
        "ISK, 999900, 7.5, 10050, 24, false, 75000,  10100, 914800, 219600, 914800, 1134400",
        "KWD,  12340,  60, 99990, 5,  true,   7400,   4940,      0,      0,      0,      0"
    })
    void golden_rows_with_discounts_where_money_has_three_decimals_or_none(
            String currency,
            long hourly,
            String percent,
            long fixed,
            BigDecimal vat,
            boolean included,
            long percentOff,
            long fixedOff,
            long discounted,
            long vatAmount,
            long taxable,
            long total) {
        List<Discount> discounts =
                List.of(early(percent), new Discount.Promotion("p", "CODE", new Reduction.FixedAmount(fixed)));
        Price price = PriceCalculation.of(
                        tariff(currency, hourly, discounts, new VatRule(vat, included), BigDecimal.ZERO), session(60))
                .price();
        assertThat(price.discounts().stream().map(DiscountLine::amount))
                .containsExactlyElementsOf(
                        Stream.of(percentOff, fixedOff).filter(off -> off > 0).toList());
        assertThat(price.discounted()).isEqualTo(discounted);
        assertThat(price.vat().amount()).isEqualTo(vatAmount);
        assertThat(price.taxable()).isEqualTo(taxable);
        assertThat(price.total()).isEqualTo(total);
    }

    @Test
    void the_example_of_the_interface_comes_out_to_the_cent() {
        Price price = price(12000, List.of(early("10")));
        assertThat(price.discounts())
                .containsExactly(new DiscountLine("early_bird", 1200, "10 % for booking at least 30 days ahead"));
        assertThat(price.discounted()).isEqualTo(10800);
        assertThat(price.taxable()).isEqualTo(9991);
        assertThat(price.vat().amount()).isEqualTo(809);
        assertThat(price.vat().ratePercent()).isEqualTo("8.1");
        assertThat(price.total()).isEqualTo(10800);
    }

    @Test
    void the_fee_is_taken_of_the_discounted_amount_before_added_vat() {
        VatRule added = new VatRule(new BigDecimal("8.1"), false);
        Calculation calculation = PriceCalculation.of(
                tariff("CHF", 12000, List.of(early("50")), added, new BigDecimal("15")), session(60));
        assertThat(calculation.price().total()).isEqualTo(6486);
        assertThat(calculation.platformFee()).isEqualTo(900);
        assertThat(calculation.payout()).isEqualTo(5586);
    }

    @Test
    void each_percentage_is_of_the_base_and_rounded_by_itself() {
        Price price = price(1050, List.of(early("5"), connected("5")));
        assertThat(price.discounts()).extracting(DiscountLine::amount).containsExactly(53L, 53L);
        assertThat(price.discounted()).isEqualTo(944);
    }

    @Test
    void fixed_amounts_come_after_percentages() {
        Discount fixed = new Discount.EarlyBird(7, new Reduction.FixedAmount(6000));
        Price price = price(10000, List.of(fixed, connected("50")));
        assertThat(price.discounts())
                .containsExactly(
                        new DiscountLine("connection", 5000, "50 % for connected clients"),
                        new DiscountLine("early_bird", 5000, "50.00 CHF for booking at least 7 days ahead"));
        assertThat(price.discounted()).isZero();
    }

    @Test
    void a_full_discount_makes_it_free_and_more_is_cut_off() {
        assertThat(price(6000, List.of(early("100"))).total()).isZero();
        Price price = price(6000, List.of(early("80"), connected("80")));
        assertThat(price.discounts()).extracting(DiscountLine::amount).containsExactly(4800L, 1200L);
        assertThat(price.total()).isZero();
        assertThat(price.vat().amount()).isZero();
    }

    private static Price price(long hourly, List<Discount> discounts) {
        VatRule included = new VatRule(new BigDecimal("8.10"), true);
        return PriceCalculation.of(tariff("CHF", hourly, discounts, included, new BigDecimal("15")), session(60))
                .price();
    }

    private static Discount early(String percent) {
        return new Discount.EarlyBird(30, new Reduction.Percentage(new BigDecimal(percent)));
    }

    private static Discount connected(String percent) {
        return new Discount.Connected(new Reduction.Percentage(new BigDecimal(percent)));
    }

    private static Tariff tariff(
            String currency, long hourly, List<Discount> discounts, VatRule vat, BigDecimal feePercent) {
        return new Tariff(
                Currencies.find(currency).orElseThrow(),
                SessionRate.flat(hourly),
                discounts,
                vat,
                feePercent,
                DiscountTexts.english());
    }

    private static Session session(int minutes) {
        return new Session(START, minutes, ZoneId.of("Europe/Zurich"));
    }
}
