package org.coachbook.pricing.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {
    @ParameterizedTest
    @CsvSource({"1,2,1,1", "49,100,1,0", "50,100,1,1", "149,100,1,1", "3,2,1,2", "5,1,10,10", "499,100,10,0", "0,7,10,0"
    })
    void rounding_goes_half_up_to_the_unit(long numerator, long denominator, long unit, long expected) {
        assertThat(Fraction.of(numerator, denominator).halfUpTo(unit)).isEqualTo(expected);
    }

    @Test
    void equal_numbers_are_equal_however_they_came_about() {
        assertThat(Fraction.of(12000).times(Fraction.of(new BigDecimal("1.25"))))
                .isEqualTo(Fraction.of(15000));
        assertThat(Fraction.of(2, 6)).isEqualTo(Fraction.of(1, 3));
        assertThat(Fraction.of(new BigDecimal("8.10"))).isEqualTo(Fraction.of(new BigDecimal("8.1")));
        assertThat(Fraction.of(new BigDecimal("1E+2"))).isEqualTo(Fraction.of(100));
    }

    @Test
    void thirds_add_up_to_one() {
        Fraction third = Fraction.of(1).dividedBy(Fraction.of(3));
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.of(1));
    }

    @Test
    void there_are_no_negative_fractions_and_no_division_by_zero() {
        assertThatThrownBy(() -> Fraction.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fraction.of(1).dividedBy(Fraction.of(0))).isInstanceOf(IllegalArgumentException.class);
    }
}
