package org.coachbook.pricing.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class PreviewResourceIT {
    private final Coach coach = Coach.open();

    @Test
    void sessions_are_shown_under_the_rates_of_today_and_of_tomorrow() {
        coach.setRate(12000);
        send(coach, body())
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].now.price.final", equalTo(12000))
                .body("items[0].now.platformFee", equalTo(1800))
                .body("items[0].then.price.final", equalTo(15000))
                .body("items[0].then.payout", equalTo(12750))
                .body("items[1].now.price.discounts.type", hasItem("connection"))
                .body("items[1].then.price.final", equalTo(20250))
                .body(
                        "items[1].then.price.discounts[0].description",
                        equalTo("10 % bei einer Serie von mindestens 5 Sitzungen"));
        given().auth()
                .oauth2(coach.token())
                .get("/api/coaches/" + coach.id() + "/rates")
                .then()
                .body("rates[0].hourly", equalTo(12000));
    }

    @Test
    void without_rates_of_today_only_those_of_tomorrow_are_shown() {
        send(coach, body())
                .statusCode(200)
                .body("items[0].now", nullValue())
                .body("items[0].then.price.final", equalTo(15000));
    }

    @Test
    void what_the_card_has_no_price_for_is_shown_as_none() {
        send(
                        coach,
                        body().replace(
                                        "\"hourly\": 15000",
                                        "\"fixedPrices\": [{\"durationMinutes\": 90, \"amount\": 9000}]"))
                .statusCode(200)
                .body("items[0].then", nullValue())
                .body("items[0].thenRefused.type", endsWith("no-rate"))
                .body("items[1].thenRefused", nullValue())
                .body("items[1].then.price.base", equalTo(9000));
    }

    @Test
    void what_a_quote_would_refuse_is_shown_with_the_reason_instead_of_a_price() {
        coach.setRate(12000);
        String body = body().replace("\"hourly\": 15000", "\"hourly\": 30")
                .replaceFirst(
                        "\"sessions\": \\[",
                        "\"sessions\": [{\"sessionTypeId\": \"nobodys\", \"start\": \"2027-03-08T08:00:00Z\","
                                + " \"durationMinutes\": 60},");
        send(coach, body)
                .statusCode(200)
                .body("items[0].now", nullValue())
                .body("items[0].nowRefused.type", endsWith("not-found"))
                .body("items[0].thenRefused.detail", containsString("no such session type"))
                .body("items[1].now.price.final", equalTo(12000))
                .body("items[1].then", nullValue())
                .body("items[1].thenRefused.type", endsWith("amount-below-minimum"))
                .body("items[1].thenRefused.detail", containsString("0.30 CHF"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "15000 | -1 | card.rates[0].hourly",
                "\"CHF\" | \"XXX\" | card.currency",
                "\"2027-03-08T08:00:00Z\", \"durationMinutes\": 60 | \"+1000000000-12-31T23:59:59Z\","
                        + " \"durationMinutes\": 60 | sessions[0].start",
                "\"durationMinutes\": 60 | \"durationMinutes\": 0 | sessions[0].durationMinutes",
                "\"occurrences\": 5 | \"occurrences\": 13 | sessions[1].occurrences"
            })
    void bad_input_is_refused_with_the_field(String original, String wrong, String field) {
        send(coach, body().replace(original, wrong)).statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void nobody_else_may_try_rates_out() {
        for (String role : List.of("coach", "client")) {
            post(coach, given().auth().oauth2(TestTokens.shared().user("stranger", role)), body())
                    .statusCode(404);
        }
        post(coach, given(), body()).statusCode(401);
    }

    @Test
    void a_coach_without_a_schedule_has_no_clock_to_go_by() {
        send(Coach.withoutFacts("type-"), body())
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/no-schedule"));
    }

    private static ValidatableResponse send(Coach coach, String body) {
        return post(coach, given().auth().oauth2(coach.token()), body);
    }

    private static ValidatableResponse post(Coach coach, RequestSpecification caller, String body) {
        return caller.contentType(ContentType.JSON)
                .header("Accept-Language", "de-CH")
                .body(body)
                .post("/api/coaches/" + coach.id() + "/rates/preview")
                .then();
    }

    private String body() {
        return """
                {"card": {"currency": "CHF", "vat": {"ratePercent": "8.1", "included": true}, "rates": [
                  {"sessionTypeId": "%1$s", "hourly": 15000,
                   "discounts": [{"type": "recurring", "minSessions": 5, "percent": "10"}]}]},
                 "sessions": [
                  {"sessionTypeId": "%1$s", "start": "2027-03-08T08:00:00Z", "durationMinutes": 60},
                  {"sessionTypeId": "%1$s", "start": "2027-03-08T08:00:00Z", "durationMinutes": 90,
                   "connected": true, "occurrences": 5}]}
                """.formatted(coach.sessionTypeId());
    }
}
