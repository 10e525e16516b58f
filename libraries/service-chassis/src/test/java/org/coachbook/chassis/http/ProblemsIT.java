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
import java.util.List;
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
            a blank for a number        | {"name": "a", "length": {"minutes": 5}, "most": " "}  | most
            a tab for a number          | {"name": "a", "length": {"minutes": 5}, "most": "\\t"} | most
            nothing for a number's text | {"name": "a", "length": {"minutes": 5}, "most": ""}   | most
            a blank for yes or no       | {"name": "a", "length": {"minutes": 5}, "active": " "} | active
            a number for a moment       | {"name": "a", "length": {"minutes": 5}, "until": 60}  | until
            a fraction for a moment     | {"name": "a", "length": {"minutes": 5}, "until": 60.0} | until
            digits for a moment         | {"name": "a", "length": {"minutes": 5}, "until": "100"} | until
            a blank for a moment        | {"name": "a", "length": {"minutes": 5}, "until": " "} | until
            an empty text for a moment  | {"name": "a", "length": {"minutes": 5}, "until": ""}  | until
            no moment                   | {"name": "a", "length": {"minutes": 5}, "until": "now"} | until
            a value out of range        | {"name": "a", "length": {"minutes": 0}}               | length.minutes
            a field left out            | {"length": {"minutes": 5}}                            | name
            no JSON                     | {"name":                                              | body
            """)
    void bad_input_is_refused_with_the_fields_name(String what, String body, String field) {
        refused(post(body), 400, "validation-failed").body("errors.field", hasItem(field));
    }

    @Test
    void good_input_is_taken() {
        post("{\"name\": \"a\", \"length\": {\"minutes\": 5}, \"until\": \"2027-03-01T09:00:00+01:00\"}")
                .statusCode(200)
                .body("length.minutes", equalTo(5))
                .body("until", equalTo("2027-03-01T08:00:00Z"));
    }

    @Test
    void a_missing_body_is_refused() {
        for (var nothing : List.of(given(), given().body("null"))) {
            refused(nothing.contentType(ContentType.JSON).post("/sample").then(), 400, "validation-failed")
                    .body("detail", equalTo("The request is not valid: body must be sent, as JSON."));
        }
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
