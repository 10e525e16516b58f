package org.coachbook.chassis.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ProblemsIT {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an unknown field            | {"name": "a", "length": {"minutes": 5}, "price": 1}   | price
            an operator for a text      | {"name": {"$gt": ""}, "length": {"minutes": 5}}       | name
            a number for a text         | {"name": 5, "length": {"minutes": 5}}                 | name
            a text for a number         | {"name": "a", "length": {"minutes": "5"}}             | length.minutes
            a fraction for a number     | {"name": "a", "length": {"minutes": 5.5}}             | length.minutes
            nothing for a number        | {"name": "a", "length": {"minutes": null}}            | length.minutes
            a wrong type in a list      | {"name": "a", "length": {"minutes": 5}, "tags": [{}]} | tags[0]
            a value out of range        | {"name": "a", "length": {"minutes": 0}}               | length.minutes
            a field left out            | {"length": {"minutes": 5}}                            | name
            no JSON                     | {"name":                                              | body
            """)
    void bad_input_is_refused_with_the_fields_name(String what, String body, String field) {
        refused(post(body), 400, "validation-failed").body("errors.field", hasItem(field));
    }

    @Test
    void good_input_is_taken() {
        post("{\"name\": \"a\", \"length\": {\"minutes\": 5}}").statusCode(200).body("length.minutes", equalTo(5));
    }

    @Test
    void a_missing_body_is_refused() {
        refused(given().contentType(ContentType.JSON).post("/sample").then(), 400, "validation-failed");
    }

    @Test
    void an_unknown_query_parameter_is_refused_by_name() {
        refused(given().get("/sample?zone=UTC&limitt=5").then(), 400, "validation-failed")
                .body("errors.field", hasItem("limitt"));
    }

    @Test
    void an_unknown_address_a_wrong_method_and_a_wrong_media_type_have_their_own_problems() {
        refused(given().get("/nowhere").then(), 404, "not-found");
        refused(given().delete("/sample").then(), 405, "method-not-allowed");
        refused(given().contentType(ContentType.TEXT).body("a").post("/sample").then(), 415, "unsupported-media-type");
    }

    @Test
    void a_database_that_is_away_asks_to_try_again_and_shows_nothing_of_itself() {
        refused(given().get("/sample/database-away").then(), 503, "try-again")
                .header("Retry-After", equalTo("1"))
                .body(not(containsString("10.0.0.7")));
    }

    @Test
    void a_defect_shows_nothing_of_itself() {
        refused(given().get("/sample/defect").then(), 500, "internal").body(not(containsString("secret")));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/sample").then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo(Problem.TYPES + type))
                .body("status", equalTo(status));
    }
}
