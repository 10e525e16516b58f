package org.coachbook.pricing.packages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.pricing.BoughtPackage;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class PackageResourceIT {
    private static final String TEN =
            "{\"name\": \"Ten hours\", \"credits\": 10, \"maxMinutes\": 60, \"price\": 90000, \"validityDays\": 365}";

    private final Coach coach = Coach.open();

    @Test
    void a_package_is_offered_read_changed_and_withdrawn() {
        coach.setRate(12_000);
        String id = post(TEN)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("currency", equalTo("CHF"))
                .body("cost.final", equalTo(90000))
                .body("cost.vat.amount", equalTo(6744))
                .body("active", equalTo(true))
                .extract()
                .path("id");
        given().get("/api/packages/" + id).then().statusCode(200).body("name", equalTo("Ten hours"));
        put(id, "\"1\"", TEN.replace("90000", "80000"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("cost.final", equalTo(80000));
        put(id, "\"1\"", TEN).statusCode(412);
        as(coach.token())
                .header("If-Match", "\"1\"")
                .delete("/api/packages/" + id)
                .then()
                .statusCode(412);
        as(coach.token()).delete("/api/packages/" + id).then().statusCode(204);
        given().get("/api/packages/" + id).then().statusCode(404);
        as(coach.token()).get("/api/packages/" + id).then().body("active", equalTo(false));
        given().get("/api/packages?coachId=" + coach.id()).then().body("items", hasSize(0));
        as(coach.token()).get("/api/packages?coachId=" + coach.id()).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Ten hours\" | \" \" | name",
                "\"Ten hours\" | \"Deal\\r\\nBcc: evil\\u0000\" | name",
                "\"Ten hours\" | \"Deal\\u2028Total\" | name",
                "\"Ten hours\" | {\"$gt\": \"\"} | name",
                "\"credits\": 10 | \"credits\": 0 | credits",
                "\"credits\": 10 | \"credits\": 101 | credits",
                "\"maxMinutes\": 60 | \"maxMinutes\": 1441 | maxMinutes",
                "\"price\": 90000 | \"price\": -1 | price",
                "\"price\": 90000 | \"price\": 49 | price",
                "\"price\": 90000 | \"price\": 900000000000 | price",
                "\"price\": 90000 | \"price\": 90000, \"currency\": \"EUR\" | currency",
                "\"validityDays\": 365 | \"validityDays\": 1096 | validityDays",
                "\"validityDays\": 365 | \"validityDays\": 365, \"sessionTypeIds\": [\"$\"] | sessionTypeIds[0]"
            })
    void bad_input_is_refused_with_the_field(String original, String wrong, String field) {
        coach.setRate(12_000);
        post(TEN.replace(original, wrong)).statusCode(400).body("errors.field", hasItem(field));
        as(coach.token()).get("/api/packages?coachId=" + coach.id()).then().body("items", hasSize(0));
    }

    @Test
    void a_price_that_cannot_be_charged_to_the_unit_is_refused() {
        coach.put("{\"currency\": \"KWD\", \"vat\": {\"ratePercent\": \"5\", \"included\": true}, \"rates\": []}")
                .statusCode(200);
        post(TEN.replace("90000", "90005"))
                .statusCode(400)
                .body("errors[0].message", equalTo("must be a multiple of 0.010 KWD"));
    }

    @Test
    void a_price_that_cannot_be_charged_with_its_tax_is_refused() {
        coach.put("{\"currency\": \"CHF\", \"vat\": {\"ratePercent\": \"8.1\", \"included\": false}, \"rates\": []}")
                .statusCode(200);
        post(TEN.replace("90000", "99999999"))
                .statusCode(400)
                .body("errors.field", hasItem("price"))
                .body("detail", containsString("1080999.99 CHF with tax"));
        post(TEN.replace("90000", "92506937")).statusCode(201);
        post(TEN.replace("90000", "92506938")).statusCode(400);
    }

    @Test
    void rates_come_first() {
        post(TEN).statusCode(409).body("type", equalTo("https://coachbook.org/problems/no-rate"));
    }

    @Test
    void who_may_not_see_the_calendar_sees_no_packages() {
        coach.setRate(12_000);
        String id = post(TEN).extract().path("id");
        String stranger = TestTokens.shared().user("stranger", "client", "coach");
        coach.tellSchedule(2, Visibility.CONNECTED);
        org.awaitility.Awaitility.await()
                .until(() -> as(stranger).get("/api/packages/" + id).statusCode() == 404);
        given().get("/api/packages?coachId=" + coach.id()).then().statusCode(401);
        given().get("/api/packages/" + id).then().statusCode(401);
        as(stranger)
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .post("/api/packages/" + id + "/purchase")
                .then()
                .statusCode(404);
        as(stranger)
                .contentType(ContentType.JSON)
                .body(TEN)
                .put("/api/packages/" + id)
                .then()
                .statusCode(404);
        as(stranger).delete("/api/packages/" + id).then().statusCode(404);
        as(coach.token()).get("/api/packages/" + id).then().statusCode(200);
    }

    @Test
    void who_is_blocked_and_who_invited_himself_to_a_private_calendar_buys_nothing() {
        coach.setRate(12_000);
        String id = post(TEN).extract().path("id");
        String client = "bob-" + id;
        coach.tellConnection("connection-" + id, client, 1, "blocked", coach.id());
        expect(client, id, 404);
        BoughtPackage.order(id, client, "k").statusCode(404);
        coach.tellSchedule(2, Visibility.PRIVATE);
        coach.tellConnection("connection-" + id, client, 2, "accepted", coach.id());
        expect(client, id, 200);
        coach.tellConnection("connection-" + id, client, 3, "accepted", client);
        expect(client, id, 404);
        BoughtPackage.order(id, client, "k").statusCode(404);
    }

    private static void expect(String client, String id, int status) {
        String token = TestTokens.shared().user(client, "client");
        org.awaitility.Awaitility.await()
                .until(() -> as(token).get("/api/packages/" + id).statusCode() == status);
    }

    private ValidatableResponse post(String body) {
        return as(coach.token())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/packages")
                .then();
    }

    private ValidatableResponse put(String id, String ifMatch, String body) {
        return as(coach.token())
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/packages/" + id)
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
