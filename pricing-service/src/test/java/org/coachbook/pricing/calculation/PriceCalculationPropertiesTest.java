package org.coachbook.pricing.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.money.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every price. The seed in a failing test's name brings its case back. */
class PriceCalculationPropertiesTest {
    private static final int CASES = 300;

    static LongStream seeds() {
        return LongStream.range(20270301, 20270301 + CASES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sums_are_exact_and_nothing_is_negative(long seed) {
        RandomCase random = new RandomCase(seed);
        Calculation calculation = PriceCalculation.of(random.tariff(), random.session());
        Price price = calculation.price();
        long discounts =
                price.discounts().stream().mapToLong(DiscountLine::amount).sum();
        long lines = calculation.lines().stream().mapToLong(PriceLine::amount).sum();
        assertThat(lines).isEqualTo(price.base());
        assertThat(price.base() - discounts).isEqualTo(price.discounted());
        assertThat(price.taxable() + price.vat().amount()).isEqualTo(price.total());
        assertThat(price.discounted()
                        + (price.vat().included() ? 0 : price.vat().amount()))
                .isEqualTo(price.total());
        assertThat(calculation.platformFee() + calculation.payout()).isEqualTo(price.total());
        assertThat(List.of(
                        price.base(),
                        price.discounted(),
                        price.taxable(),
                        price.vat().amount(),
                        price.total(),
                        calculation.platformFee(),
                        calculation.payout()))
                .allMatch(amount -> amount >= 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void discounts_never_exceed_the_base_and_no_line_is_empty(long seed) {
        RandomCase random = new RandomCase(seed);
        Price price = PriceCalculation.of(random.tariff(), random.session()).price();
        assertThat(price.discounts().stream().mapToLong(DiscountLine::amount).sum())
                .isLessThanOrEqualTo(price.base());
        assertThat(price.discounts()).allMatch(line -> line.amount() > 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_charged_is_chargeable(long seed) {
        RandomCase random = new RandomCase(seed);
        Currency currency = random.tariff().currency();
        Calculation calculation = PriceCalculation.of(random.tariff(), random.session());
        assertThat(calculation.price().total() % currency.chargeable()).isZero();
        assertThat(calculation.platformFee() % currency.chargeable()).isZero();
        assertThat(calculation.price().vat().amount() % currency.smallest()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_lines_cover_the_session_without_a_gap(long seed) {
        RandomCase random = new RandomCase(seed);
        Calculation calculation = PriceCalculation.of(random.tariff(), random.session());
        var next = random.session().start();
        for (PriceLine line : calculation.lines()) {
            assertThat(line.start()).isEqualTo(next);
            assertThat(line.minutes()).isPositive();
            next = next.plusSeconds(60L * line.minutes());
        }
        assertThat(next)
                .isEqualTo(random.session()
                        .start()
                        .plusSeconds(60L * random.session().minutes()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_longer_session_never_costs_less_before_discounts(long seed) {
        RandomCase random = new RandomCase(seed);
        Session session = random.session();
        Session longer = new Session(session.start(), session.minutes() + 1, session.zone());
        assertThat(PriceCalculation.of(random.tariff(), longer).price().base())
                .isGreaterThanOrEqualTo(
                        PriceCalculation.of(random.tariff(), session).price().base());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void splitting_a_session_changes_the_base_by_at_most_one_unit_per_line(long seed) {
        RandomCase random = new RandomCase(seed);
        Session session = random.session();
        int cut = random.between(1, session.minutes() - 1);
        Session head = new Session(session.start(), cut, session.zone());
        Session tail = new Session(session.start().plusSeconds(60L * cut), session.minutes() - cut, session.zone());
        Calculation whole = PriceCalculation.of(random.tariff(), session);
        Calculation first = PriceCalculation.of(random.tariff(), head);
        Calculation second = PriceCalculation.of(random.tariff(), tail);
        int lines = first.lines().size() + second.lines().size();
        assertThat(Math.abs(whole.price().base()
                        - first.price().base()
                        - second.price().base()))
                .isLessThanOrEqualTo(lines * random.tariff().currency().chargeable());
    }

    @Test
    void the_same_question_has_the_same_answer() {
        RandomCase random = new RandomCase(1);
        assertThat(PriceCalculation.of(random.tariff(), random.session()))
                .isEqualTo(PriceCalculation.of(random.tariff(), random.session()));
    }
}
