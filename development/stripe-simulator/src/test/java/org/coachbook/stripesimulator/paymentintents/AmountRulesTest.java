package org.coachbook.stripesimulator.paymentintents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.coachbook.stripesimulator.errors.StripeError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountRulesTest {
    private final AmountRules rules = new AmountRules();

    @ParameterizedTest
    @CsvSource({"50, chf", "30, gbp", "50, jpy", "1000, kwd", "10, kwd", "500, isk", "99999999, usd"})
    void the_smallest_and_largest_amounts_are_taken(long amount, String currency) {
        assertThatCode(() -> rules.check(amount, currency)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "49, chf, amount_too_small",
        "29, gbp, amount_too_small",
        "249, dkk, amount_too_small",
        "0, chf, parameter_invalid_integer",
        "1001, kwd, parameter_invalid_integer",
        "550, isk, parameter_invalid_integer",
        "100000000, chf, amount_too_large"
    })
    void others_are_refused(long amount, String currency, String code) {
        StripeError refusal = catchThrowableOfType(StripeError.class, () -> rules.check(amount, currency));
        assertThat(refusal.error().get("code").asText()).isEqualTo(code);
        assertThat(refusal.error().get("param").asText()).isEqualTo("amount");
    }
}
