package org.coachbook.pricing.promotions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class PromotionResourceIT {
    private static final String SPRING =
            "{\"code\": \"Spring-20\", \"percent\": \"20\", \"maxUses\": 10, \"maxUsesPerClient\": 1}";

    private final Coach coach = Coach.open();

    @Test
    void a_promotion_is_made_read_changed_and_withdrawn() {
        String id = post(SPRING)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("code", equalTo("SPRING-20"))
                .body("used", equalTo(0))
                .body("active", equalTo(true))
                .extract()
                .path("id");
        as(coach.token()).get("/api/promotions").then().body("items.code", contains("SPRING-20"));
        put(id, "\"1\"", SPRING.replace("\"20\"", "\"25\"")).statusCode(200).header("ETag", "\"2\"");
        put(id, "\"1\"", SPRING).statusCode(412);
        put(id, "\"2\"", SPRING.replace("Spring-20", "Other")).statusCode(400).body("errors[0].field", equalTo("code"));
        as(coach.token())
                .header("If-Match", "\"1\"")
                .delete("/api/promotions/" + id)
                .then()
                .statusCode(412);
        as(coach.token()).delete("/api/promotions/" + id).then().statusCode(204);
        as(coach.token()).get("/api/promotions/" + id).then().body("active", equalTo(false));
        post(SPRING.toLowerCase(java.util.Locale.ROOT)
                        .replace("maxuses", "maxUses")
                        .replace("perclient", "PerClient"))
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/code-taken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Spring-20\" | \"a\" | code",
                "\"Spring-20\" | {\"$gt\": \"\"} | code",
                "\"percent\": \"20\" | \"percent\": \"101\" | percent",
                "\"percent\": \"20\" | \"percent\": \"0\" | percent",
                "\"percent\": \"20\" | \"percent\": \"00.000\" | percent",
                "\"maxUses\": 10 | \"maxUses\": 10, \"to\": \"+999999999-01-01T00:00:00Z\" | to",
                "\"maxUses\": 10 | \"maxUses\": 10, \"from\": \"-999999999-01-01T00:00:00Z\" | from",
                "\"percent\": \"20\" | \"percent\": \"20\", \"amount\": 5 | percent",
                "\"percent\": \"20\" | \"amount\": 500 | currency",
                "\"percent\": \"20\" | \"amount\": 500, \"currency\": \"XXX\" | currency",
                "\"percent\": \"20\" | \"amount\": 0, \"currency\": \"CHF\" | amount",
                "\"percent\": \"20\" | \"amount\": 4, \"currency\": \"KWD\" | amount",
                "\"percent\": \"20\" | \"amount\": 150, \"currency\": \"ISK\" | amount",
                "\"percent\": \"20\" | \"amount\": 100000000, \"currency\": \"CHF\" | amount",
                "\"maxUses\": 10 | \"maxUses\": 0 | maxUses",
                "\"maxUses\": 10 | \"maxUses\": 5001 | maxUses",
                "\"maxUses\": 10 | \"uses\": 10 | uses",
                "\"maxUses\": 10 | \"maxUses\": 10, \"from\": \"2027-04-01T00:00:00Z\", \"to\":"
                        + " \"2027-03-01T00:00:00Z\" | to"
            })
    void bad_input_is_refused_with_the_field(String original, String wrong, String field) {
        post(SPRING.replace(original, wrong)).statusCode(400).body("errors.field", hasItem(field));
        as(coach.token()).get("/api/promotions").then().body("items", hasSize(0));
    }

    @Test
    void nobody_else_sees_or_changes_it() {
        String id = post(SPRING).extract().path("id");
        String other = TestTokens.shared().user("other", "coach");
        as(other).get("/api/promotions/" + id).then().statusCode(404);
        as(other).delete("/api/promotions/" + id).then().statusCode(404);
        as(other)
                .contentType(ContentType.JSON)
                .body(SPRING)
                .put("/api/promotions/" + id)
                .then()
                .statusCode(404);
        as(other).get("/api/promotions").then().body("items", hasSize(0));
        as(TestTokens.shared().user("bob", "client"))
                .get("/api/promotions")
                .then()
                .statusCode(403);
        given().get("/api/promotions").then().statusCode(401);
    }

    @Test
    void a_code_makes_the_quote_cheaper_and_the_quote_says_what_it_uses_up() {
        coach.setRate(12000);
        post(SPRING);
        quote("spring-20")
                .statusCode(200)
                .body("price.final", equalTo(9600))
                .body("price.discounts[0].type", equalTo("promotion"))
                .body("price.discounts[0].description", equalTo("20 % with code SPRING-20"));
    }

    @Test
    void a_code_that_cannot_be_used_is_refused_with_the_reason() {
        coach.setRate(12000);
        quote("NOBODYS").statusCode(422).body("reason", equalTo("unknown")).body("field", equalTo("promotionCode"));
        post(SPRING.replace("\"maxUses\"", "\"sessionTypeIds\": [\"another\"], \"maxUses\""));
        quote("SPRING-20")
                .statusCode(422)
                .body("type", equalTo("https://coachbook.org/problems/code-not-usable"))
                .body("reason", equalTo("other_session_types"));
        post("{\"code\": \"EURO\", \"amount\": 500, \"currency\": \"EUR\", \"maxUses\": 1}")
                .statusCode(201);
        quote("EURO")
                .statusCode(422)
                .body("reason", equalTo("other_currency"))
                .body("detail", containsString("another currency"));
        post("{\"code\": \"LATER\", \"amount\": 500, \"currency\": \"CHF\", \"maxUses\": 1,"
                        + " \"from\": \"2099-01-01T00:00:00Z\"}")
                .statusCode(201);
        quote("LATER").statusCode(422).body("reason", equalTo("not_valid_now"));
        String gone = post("{\"code\": \"GONE\", \"percent\": \"5\", \"maxUses\": 1}")
                .extract()
                .path("id");
        as(coach.token()).delete("/api/promotions/" + gone).then().statusCode(204);
        quote("GONE")
                .statusCode(422)
                .body("reason", equalTo("withdrawn"))
                .body("detail", equalTo("This code has been withdrawn by the coach; book without it."));
        post("{\"code\": \"TINY\", \"percent\": \"0.0001\", \"maxUses\": 1}").statusCode(201);
        quote("TINY")
                .statusCode(422)
                .body("reason", equalTo("takes_nothing_off"))
                .body("detail", containsString("takes nothing off this price"));
    }

    @Test
    void blanks_around_a_code_are_no_part_of_it() {
        coach.setRate(12000);
        post(SPRING.replace("Spring-20", " Spring-20 ")).statusCode(201).body("code", equalTo("SPRING-20"));
        quote(" spring-20  ").statusCode(200).body("price.final", equalTo(9600));
    }

    @Test
    void more_than_the_price_is_told_as_what_it_takes_off() {
        coach.setRate(6000);
        post("{\"code\": \"BIG\", \"amount\": 1000000, \"currency\": \"CHF\", \"maxUses\": 1}");
        quote("BIG")
                .statusCode(200)
                .body("price.final", equalTo(0))
                .body("price.discounts[0].amount", equalTo(6000))
                .body("price.discounts[0].description", equalTo("60.00 CHF with code BIG"));
    }

    @Test
    void a_code_that_leaves_too_little_to_charge_is_to_be_left_out() {
        coach.setRate(6000);
        post("{\"code\": \"NEARLY\", \"amount\": 5980, \"currency\": \"CHF\", \"maxUses\": 1}");
        quote("NEARLY")
                .statusCode(422)
                .body("type", equalTo("https://coachbook.org/problems/amount-below-minimum"))
                .body("field", equalTo("promotionCode"))
                .body("detail", containsString("0.20 CHF"))
                .body("detail", containsString("Leave the code out."));
    }

    private ValidatableResponse quote(String code) {
        Map<String, Object> asked = new HashMap<>(coach.asking("2027-03-08T08:00:00Z"));
        asked.put("promotionCode", code);
        return as(TestTokens.shared().user("bob", "client"))
                .contentType(ContentType.JSON)
                .body(asked)
                .post("/api/quotes")
                .then();
    }

    private ValidatableResponse post(String body) {
        return as(coach.token())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/promotions")
                .then();
    }

    private ValidatableResponse put(String id, String ifMatch, String body) {
        return as(coach.token())
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/promotions/" + id)
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
