package org.coachbook.pricing.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.pricing.money.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCardReaderTest {
    private static final String EXAMPLE = """
            {"currency": "CHF", "vat": {"ratePercent": "8.1", "included": true}, "rates": [{"sessionTypeId": "t1",
             "hourly": 12000,
             "timeBased": [{"days": ["SATURDAY"], "from": "00:00", "to": "24:00", "multiplier": "1.25"}],
             "specialPeriods": [{"from": "2027-12-24", "to": "2027-12-26", "hourly": 18000}],
             "discounts": [{"type": "early_bird", "daysAhead": 30, "percent": "10"},
                           {"type": "connection", "percent": "5"}]}]}
            """;
    private static final String WINDOW =
            "{\"days\": [\"SATURDAY\"], \"from\": \"00:00\", \"to\": \"24:00\", \"multiplier\": \"1.25\"}";

    @Test
    void the_example_of_the_interface_is_read() {
        RateCard card = valid(EXAMPLE);
        assertThat(card.version()).isEqualTo(3);
        assertThat(card.currency().code()).isEqualTo("CHF");
        assertThat(card.vat()).isEqualTo(VatRates.always(new BigDecimal("8.1"), true));
        SessionRate rate = card.rateOf("t1").orElseThrow();
        assertThat(at(rate, "2027-03-05T23:59")).isEqualTo(Fraction.of(12000));
        assertThat(at(rate, "2027-03-06T00:00")).isEqualTo(Fraction.of(15000));
        assertThat(at(rate, "2027-12-26T23:59")).isEqualTo(Fraction.of(18000));
        assertThat(rate.discounts())
                .containsExactly(
                        new Discount.EarlyBird(30, new Reduction.Percentage(BigDecimal.TEN)),
                        new Discount.Connected(new Reduction.Percentage(new BigDecimal("5"))));
    }

    /** Columns: what is replaced in the example, by what, which field is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"CHF\"      | \"XXX\"        | currency",
                "\"CHF\"      | null           | currency",
                "\"8.1\"      | \"-8.1\"       | vat.ratePercent",
                "\"8.1\"      | \"100.01\"     | vat.ratePercent",
                "\"8.1\"      | \"8.12345\"    | vat.ratePercent",
                "\"8.1\"      | \"8,1\"        | vat.ratePercent",
                "\"8.1\"      | \"1e1\"        | vat.ratePercent",
                "\"8.1\"      | \"\"           | vat.ratePercent",
                "true         | null           | vat.included",
                "\"t1\"       | \"\"           | rates[0].sessionTypeId",
                "\"t1\"       | \"$where x\"   | rates[0].sessionTypeId",
                "12000        | -1             | rates[0].hourly",
                "12000        | null           | rates[0].hourly",
                "12000        | 100000000      | rates[0].hourly",
                "\"SATURDAY\" | \"SAT\"        | rates[0].timeBased[0].days",
                "[\"SATURDAY\"] | []           | rates[0].timeBased[0].days",
                "\"00:00\"    | \"24:01\"      | rates[0].timeBased[0].from",
                "\"00:00\"    | \"9:00\"       | rates[0].timeBased[0].from",
                "\"24:00\"    | \"00:00\"      | rates[0].timeBased[0].to",
                "\"1.25\"     | \"10.5\"       | rates[0].timeBased[0].multiplier",
                "\"1.25\"     | \"-1\"         | rates[0].timeBased[0].multiplier",
                "\"1.25\"     | null           | rates[0].timeBased[0]",
                "\"1.25\"     | \"1\", \"hourly\": 5 | rates[0].timeBased[0]",
                "\"2027-12-24\" | \"2027-12-27\" | rates[0].specialPeriods[0].to",
                "\"2027-12-24\" | \"2027-02-29\" | rates[0].specialPeriods[0].from",
                "18000        | -5             | rates[0].specialPeriods[0].hourly",
                "\"early_bird\" | \"promotion\" | rates[0].discounts[0].type",
                "30           | 0              | rates[0].discounts[0].daysAhead",
                "30           | 731            | rates[0].discounts[0].daysAhead",
                "\"10\"       | \"101\"        | rates[0].discounts[0].percent",
                "\"10\"       | null           | rates[0].discounts[0]",
                "\"connection\" | \"connection\", \"daysAhead\": 3 | rates[0].discounts[1].daysAhead",
                "\"connection\" | \"connection\", \"minSessions\": 3 | rates[0].discounts[1].minSessions",
                "\"connection\" | \"recurring\" | rates[0].discounts[1].minSessions",
                "\"connection\" | \"recurring\", \"minSessions\": 13 | rates[0].discounts[1].minSessions",
                "12000        | null, \"fixedPrices\": [] | rates[0].hourly",
                "12000        | null, \"fixedPrices\": [{\"durationMinutes\": 0, \"amount\": 1}] | rates[0].fixedPrices[0].durationMinutes",
                "12000        | null, \"fixedPrices\": [{\"durationMinutes\": 60, \"amount\": -1}] | rates[0].fixedPrices[0].amount",
                "12000        | null, \"fixedPrices\": [{\"durationMinutes\": 60, \"amount\": 1}, {\"durationMinutes\": 60, \"amount\": 1}] | rates[0].fixedPrices[1].durationMinutes",
                "true         | true, \"changes\": [{\"from\": \"2028-02-30\", \"ratePercent\": \"8\"}] | vat.changes[0].from",
                "true         | true, \"changes\": [{\"from\": \"2028-01-01\", \"ratePercent\": \"101\"}] | vat.changes[0].ratePercent",
                "true         | true, \"changes\": [{\"from\": \"2028-01-01\", \"ratePercent\": \"8\"}, {\"from\": \"2028-01-01\", \"ratePercent\": \"9\"}] | vat.changes[1].from",
                "true         | true, \"exemption\": \"Art. 10\" | vat.exemption",
                "true         | true, \"changes\": [{\"from\": \"2028-01-01\", \"ratePercent\": \"8\", \"exemption\": \"Art. 10\"}] | vat.changes[0].exemption",
                "\"8.1\"      | \"0\", \"exemption\": \" \" | vat.exemption",
                "\"8.1\"      | \"0\", \"exemption\": \"Art. 10\\nTotal 0.00 CHF\" | vat.exemption",
                "\"8.1\"      | \"0\", \"exemption\": \"Art. 10\\u0000\" | vat.exemption"
            })
    void what_is_wrong_is_named(String original, String wrong, String field) {
        assertThat(EXAMPLE).contains(original);
        assertThat(errors(EXAMPLE.replaceFirst(
                        java.util.regex.Pattern.quote(original), java.util.regex.Matcher.quoteReplacement(wrong))))
                .extracting(FieldError::field)
                .containsOnly(field);
    }

    @Test
    void overlapping_windows_and_periods_are_refused_and_touching_ones_are_not() {
        String overlapping = WINDOW + ", {\"days\": [\"FRIDAY\", \"SATURDAY\"], \"from\": \"23:59\","
                + " \"to\": \"24:00\", \"hourly\": 1}";
        assertThat(errors(EXAMPLE.replace(WINDOW, overlapping)))
                .containsExactly(new FieldError("rates[0].timeBased[1]", "overlaps rates[0].timeBased[0]"));
        assertThat(valid(EXAMPLE.replace(
                        WINDOW, overlapping.replace("\"24:00\", \"multiplier", "\"23:59\", \"multiplier"))))
                .isNotNull();
        String period = "{\"from\": \"2027-12-24\", \"to\": \"2027-12-26\", \"hourly\": 18000}";
        assertThat(errors(EXAMPLE.replace(period, period + ", " + period)))
                .extracting(FieldError::field)
                .containsExactly("rates[0].specialPeriods[1]");
    }

    @ParameterizedTest
    @CsvSource({"ISK, 49", "UGX, 30", "KWD, 4", "ISK, 150"})
    void sums_that_cannot_be_charged_are_named_in_what_is_sent_and_read_where_they_are_stored(
            String currency, long sum) {
        String card = """
                {"currency": "%1$s", "rates": [{"sessionTypeId": "t1", "hourly": %2$d,
                 "fixedPrices": [{"durationMinutes": 60, "amount": %2$d}],
                 "timeBased": [{"days": ["MONDAY"], "from": "08:00", "to": "09:00", "hourly": %2$d}],
                 "specialPeriods": [{"from": "2027-12-24", "to": "2027-12-26", "hourly": %2$d}],
                 "discounts": [{"type": "connection", "amount": %2$d}]}]}
                """.formatted(currency, sum);
        assertThat(errors(card))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "rates[0].hourly",
                        "rates[0].fixedPrices[0].amount",
                        "rates[0].timeBased[0].hourly",
                        "rates[0].specialPeriods[0].hourly",
                        "rates[0].discounts[0].amount");
        RateCardDocument stored = RateCardDocument.of("coach", 3, Instant.EPOCH, body(card));
        assertThat(RateCardReader.stored(stored)).isInstanceOf(RateCardReading.Valid.class);
    }

    @Test
    void a_session_type_has_one_entry_and_a_condition_one_discount() {
        assertThat(errors("""
                {"currency": "CHF", "vat": {"ratePercent": "0", "included": false}, "rates": [
                 {"sessionTypeId": "t1", "hourly": 1}, {"sessionTypeId": "t1", "hourly": 2, "discounts": [
                   {"type": "connection", "percent": "5"}, {"type": "connection", "amount": 5}]}]}
                """))
                .extracting(FieldError::field)
                .containsExactly("rates[1].discounts[1]", "rates[1].sessionTypeId");
    }

    @Test
    void missing_parts_and_null_entries_are_named_all_at_once() {
        assertThat(errors("{}")).extracting(FieldError::field).containsExactly("currency", "rates");
        assertThat(errors("""
                {"currency": "CHF", "vat": {"ratePercent": "0", "included": false}, "rates": [null,
                 {"sessionTypeId": "t", "hourly": 1, "timeBased": [null], "discounts": [null]}]}
                """))
                .extracting(FieldError::field)
                .contains("rates[0]", "rates[1].timeBased[0].from", "rates[1].discounts[0].type");
    }

    @Test
    void a_card_without_entries_charges_for_nothing_and_a_forgotten_entry_is_not_free() {
        String empty = "{\"currency\": \"CHF\", \"vat\": {\"ratePercent\": \"0\", \"included\": true}, \"rates\": []}";
        assertThat(valid(empty).rateOf("any")).contains(SessionRate.flat(0));
        assertThat(valid(EXAMPLE).rateOf("t2")).isEmpty();
    }

    private static RateCard valid(String json) {
        RateCardReading reading = RateCardReader.read("coach", 3, body(json));
        assertThat(reading).isInstanceOf(RateCardReading.Valid.class);
        return ((RateCardReading.Valid) reading).card();
    }

    private static List<FieldError> errors(String json) {
        RateCardReading reading = RateCardReader.read("coach", 3, body(json));
        assertThat(reading).isInstanceOf(RateCardReading.Invalid.class);
        return ((RateCardReading.Invalid) reading).errors();
    }

    private static RateCardBody body(String json) {
        try {
            return new ObjectMapper().readValue(json, RateCardBody.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Test
    void fixed_prices_stand_beside_or_instead_of_an_hourly_rate() {
        String fixed = "\"fixedPrices\": [{\"durationMinutes\": 45, \"amount\": 8000}]";
        SessionRate both = valid(EXAMPLE.replace("\"hourly\": 12000", "\"hourly\": 12000, " + fixed))
                .rateOf("t1")
                .orElseThrow();
        assertThat(both.usual(45)).contains(Fraction.of(8000 * 60, 45));
        assertThat(both.usual(60)).contains(Fraction.of(12000));
        SessionRate only =
                valid(EXAMPLE.replace("\"hourly\": 12000", fixed)).rateOf("t1").orElseThrow();
        assertThat(only.usual(60)).isEmpty();
    }

    @Test
    void a_session_is_taxed_by_the_rate_on_its_date() {
        VatRates vat = valid(EXAMPLE.replace(
                        "true",
                        "true, \"changes\": [{\"from\": \"2028-01-01\", \"ratePercent\": \"8.5\"},"
                                + " {\"from\": \"2030-07-01\", \"ratePercent\": \"0\"}]"))
                .vat();
        assertThat(vat.on(LocalDate.parse("2027-12-31"))).isEqualTo(new VatRule(new BigDecimal("8.1"), true));
        assertThat(vat.on(LocalDate.parse("2028-01-01"))).isEqualTo(new VatRule(new BigDecimal("8.5"), true));
        assertThat(vat.on(LocalDate.parse("2030-07-01"))).isEqualTo(new VatRule(BigDecimal.ZERO, true));
    }

    @Test
    void an_exempt_coach_says_why() {
        VatRates vat = valid(EXAMPLE.replace("\"8.1\"", "\"0\", \"exemption\": \"Art. 10 MWSTG\""))
                .vat();
        assertThat(vat.exemptionOn(LocalDate.EPOCH)).isEqualTo("Art. 10 MWSTG");
    }

    @Test
    void an_exemption_is_of_a_period_and_comes_and_goes_with_its_rate() {
        VatRates vat = valid(
                        EXAMPLE.replace("\"8.1\"", "\"0\", \"exemption\": \"Art. 10\"")
                                .replace(
                                        "true",
                                        "true, \"changes\": [{\"from\": \"2028-01-01\", \"ratePercent\": \"8.1\"},"
                                                + " {\"from\": \"2030-01-01\", \"ratePercent\": \"0\", \"exemption\": \"Art. 21\"}]"))
                .vat();
        assertThat(vat.exemptionOn(LocalDate.parse("2027-12-31"))).isEqualTo("Art. 10");
        assertThat(vat.exemptionOn(LocalDate.parse("2028-01-01"))).isNull();
        assertThat(vat.on(LocalDate.parse("2028-01-01"))).isEqualTo(new VatRule(new BigDecimal("8.1"), true));
        assertThat(vat.exemptionOn(LocalDate.parse("2030-01-01"))).isEqualTo("Art. 21");
    }

    @Test
    void who_says_nothing_of_tax_pays_the_usual_rate_which_is_included() {
        String vat = "\"vat\": {\"ratePercent\": \"8.1\", \"included\": true}, ";
        VatRates usual = VatRates.always(new BigDecimal("8.1"), true);
        assertThat(valid(EXAMPLE.replace(vat, "")).vat()).isEqualTo(usual);
        assertThat(valid(EXAMPLE.replace("\"ratePercent\": \"8.1\", ", "")).vat())
                .isEqualTo(usual);
    }

    private static Fraction at(SessionRate rate, String label) {
        return rate.hourlyAt(LocalDateTime.parse(label), rate.usual(60).orElseThrow());
    }
}
