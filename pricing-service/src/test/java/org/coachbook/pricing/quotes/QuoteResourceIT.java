package org.coachbook.pricing.quotes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class QuoteResourceIT {
    private static final String IN_A_WEEK = "2027-03-08T08:00:00Z";
    private static final Asking ASKING = new Asking();

    @Test
    void a_visitor_learns_price_lines_refunds_and_how_long_it_holds() {
        Coach coach = Coach.open();
        coach.setRate(12000);
        ValidatableResponse quote = ASKING.visitor(coach.asking(IN_A_WEEK)).statusCode(200);
        Map<String, Object> answer = new HashMap<>(quote.extract().jsonPath().getMap(""));
        assertThat(answer.remove("quote")).asString().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(answer).isEqualTo(io.restassured.path.json.JsonPath.from("""
                {"price": {"currency": "CHF", "base": 12000, "discounts": [], "discounted": 12000, "taxable": 11101,
                  "vat": {"ratePercent": "8.1", "amount": 899, "included": true}, "final": 12000},
                 "lines": [{"start": "2027-03-08T08:00:00Z", "minutes": 60, "hourly": 12000, "amount": 12000}],
                 "cancellationPolicy": {"tiers": [{"moreThanHours": 48, "refundPercent": 100},
                  {"moreThanHours": 24, "refundPercent": 50}]}, "expiresAt": "2027-03-01T08:15:00Z"}
                """).getMap(""));
    }

    @Test
    void a_series_gets_its_discount_in_the_readers_language_and_its_quote_says_how_long_it_is() {
        Coach coach = Coach.open();
        coach.put("""
                {"currency": "CHF", "vat": {"ratePercent": "8.1", "included": true}, "rates": [{"sessionTypeId": "%s",
                 "hourly": 12000, "discounts": [{"type": "recurring", "minSessions": 5, "percent": "10"}]}]}
                """.formatted(coach.sessionTypeId())).statusCode(200);
        Map<String, Object> asked = new HashMap<>(coach.asking(IN_A_WEEK));
        asked.put("occurrences", 4);
        ASKING.visitor(asked).statusCode(200).body("price.final", equalTo(12000));
        asked.put("occurrences", 5);
        String quote = given().contentType(ContentType.JSON)
                .header("Accept-Language", "fr-CH, de;q=0.5")
                .body(asked)
                .post("/api/quotes")
                .then()
                .statusCode(200)
                .body("price.final", equalTo(10800))
                .body("price.discounts[0].description", equalTo("10 % pour une série d'au moins 5 séances"))
                .extract()
                .path("quote");
        String payload = new String(Base64.getUrlDecoder().decode(quote.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains("\"occurrences\":5");
        asked.put("occurrences", 13);
        ASKING.visitor(asked).statusCode(400).body("errors.field", hasItem("occurrences"));
    }

    @Test
    void a_series_that_the_session_type_is_not_booked_as_is_refused() {
        Coach coach = Coach.withoutFacts("announced-");
        coach.tellSchedule(1, Visibility.PUBLIC);
        coach.tellSessionType(1, Visibility.PUBLIC, true, 1);
        coach.setRate(12000);
        Map<String, Object> asked = new HashMap<>(coach.asking(IN_A_WEEK));
        ASKING.visitor(asked).statusCode(200);
        asked.put("occurrences", 2);
        ASKING.visitor(asked)
                .statusCode(400)
                .body("errors[0].field", equalTo("occurrences"))
                .body("errors[0].message", equalTo("must be left out, as these sessions are booked one by one"));
    }

    @Test
    void the_answer_says_nothing_about_the_fee() {
        Coach coach = Coach.open();
        coach.setRate(12000);
        ASKING.visitor(coach.asking(IN_A_WEEK))
                .body(not(containsString("latformFee")))
                .body(not(containsString("payout")));
    }

    @Test
    void a_duration_left_out_is_the_default() {
        Coach coach = Coach.open();
        coach.setRate(12000);
        ASKING.visitor(Map.of("coachId", coach.id(), "sessionTypeId", coach.sessionTypeId(), "start", IN_A_WEEK))
                .statusCode(200)
                .body("lines[0].minutes", equalTo(60));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T07:00:00Z, 60, start",
        "2027-03-01T09:45:00Z, 60, start",
        "2027-03-08T08:07:00Z, 60, start",
        "2027-05-01T08:00:00Z, 60, start",
        "+999999999-01-01T00:00:00Z, 60, start",
        "tomorrow, 60, start",
        "2027-03-08T08:00:00Z, 50, durationMinutes",
        "2027-03-08T08:00:00Z, 0, durationMinutes",
        "2027-03-08T08:00:00Z, -60, durationMinutes",
        "2027-03-08T08:00:00Z, 135, durationMinutes"
    })
    void starts_that_are_never_offered_are_refused_with_the_field(String start, int minutes, String field) {
        Coach coach = Coach.open();
        coach.setRate(12000);
        Map<String, Object> asked = new HashMap<>(coach.asking(start));
        asked.put("durationMinutes", minutes);
        ASKING.visitor(asked)
                .statusCode(400)
                .body("type", equalTo("https://coachbook.org/problems/validation-failed"))
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void without_a_rate_there_is_no_quote_and_an_hourly_rate_of_nothing_is_free() {
        Coach coach = Coach.open();
        ASKING.visitor(coach.asking(IN_A_WEEK))
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/no-rate"))
                .body("detail", containsString("hourly rate of 0"));
        coach.setRate(0);
        ASKING.visitor(coach.asking(IN_A_WEEK))
                .statusCode(200)
                .body("price.final", equalTo(0))
                .body("lines[0].hourly", equalTo(0));
    }

    @Test
    void less_than_can_be_charged_is_refused() {
        Coach coach = Coach.open();
        coach.setRate(49);
        ASKING.visitor(coach.asking(IN_A_WEEK))
                .statusCode(422)
                .body("type", equalTo("https://coachbook.org/problems/amount-below-minimum"))
                .body("minimum", equalTo(50));
    }

    @Test
    void a_changed_rate_is_quoted_at_once() {
        Coach coach = Coach.open();
        for (int hourly = 10000; hourly < 10010; hourly++) {
            coach.setRate(hourly);
            ASKING.visitor(coach.asking(IN_A_WEEK)).statusCode(200).body("price.final", equalTo(hourly));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"coachId\": {\"$gt\": \"\"} | coachId",
                "\"sessionTypeId\": {\"$gt\": \"\"} | sessionTypeId",
                "\"start\": {\"$gt\": \"\"} | start",
                "\"start\": 1803974400 | start",
                "\"start\": null | start",
                "\"durationMinutes\": {\"$gt\": \"\"} | durationMinutes",
                "\"durationMinutes\": \"60\" | durationMinutes",
                "\"durationMinutes\": 60.5 | durationMinutes",
                "\"coachId\": \"$where\" | coachId",
                "\"coachId\": \"../x\" | coachId",
                "\"price\": 1 | price",
                "\"promotionCode\": {\"$gt\": \"\"} | promotionCode",
                "\"usePackage\": \"yes\" | usePackage",
                "\"status\": \"confirmed\" | status"
            })
    void bad_input_is_refused_with_the_field(String member, String field) {
        String name = member.substring(0, member.indexOf(':'));
        String body = """
                {"coachId": "c", "sessionTypeId": "t", "start": "2027-03-08T08:00:00Z", "durationMinutes": 60}
                """.replaceFirst(name + ": [^,}]+", "\"x\": 0")
                .replace("\"x\": 0, ", "")
                .replace(", \"x\": 0", "")
                .replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement("{" + member + ", "));
        ASKING.visitor(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{\"coachId\": \"c\"", "{}"})
    void what_is_no_request_at_all_is_refused(String body) {
        ASKING.visitor(body).statusCode(400).contentType("application/problem+json");
    }
}
