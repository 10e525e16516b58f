package org.coachbook.stripesimulator.balance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessingFeeTest {
    @ParameterizedTest
    @CsvSource({"10800, chf, 343", "6000, chf, 204", "50, chf, 31", "500, chf, 45", "10000, jpy, 320", "10000, kwd, 590"
    })
    void it_is_two_point_nine_percent_half_up_and_thirty_hundredths(long amount, String currency, long fee) {
        assertThat(ProcessingFee.of(amount, currency)).isEqualTo(fee);
    }
}
