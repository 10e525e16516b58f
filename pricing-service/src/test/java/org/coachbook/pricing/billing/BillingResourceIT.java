package org.coachbook.pricing.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class BillingResourceIT {
    private static final String DETAILS = """
            {"name": "Ada GmbH", "address": ["Bahnhofstrasse 1", "8001 Zürich"], "vatNumber": "CHE-123.456.789 MWST"}
            """;

    private final String coach = "coach-" + UUID.randomUUID();
    private final String token = TestTokens.shared().user(coach, "coach");

    @Test
    void what_a_coach_says_is_read_back_and_nothing_at_first() {
        read(token).statusCode(200).body("address", empty());
        put(token, DETAILS).statusCode(200);
        read(token)
                .body("name", equalTo("Ada GmbH"))
                .body("address", contains("Bahnhofstrasse 1", "8001 Zürich"))
                .body("vatNumber", equalTo("CHE-123.456.789 MWST"));
    }

    @Test
    void an_edit_of_what_has_changed_meanwhile_is_refused() {
        read(token).header("ETag", "\"0\"");
        putIfMatch("*").statusCode(200).header("ETag", "\"1\"");
        putIfMatch("\"0\"").statusCode(412);
        putIfMatch("\"1\"").statusCode(200).header("ETag", "\"2\"");
        putIfMatch("\"1\"").statusCode(412);
        read(token).header("ETag", "\"2\"");
    }

    private ValidatableResponse putIfMatch(String tag) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(DETAILS)
                .put(path())
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Ada GmbH\" | \" \" | name",
                "\"Ada GmbH\" | \"a\\nb\" | name",
                "\"8001 Zürich\" | \"8001\\u0085Zürich\" | address[1]",
                "\"Ada GmbH\" | {\"$gt\": \"\"} | name",
                "\"8001 Zürich\" | null | address[1]",
                "\"8001 Zürich\" | \"1\", \"2\", \"3\", \"4\", \"5\" | address",
                "\"vatNumber\" | \"coachId\" | coachId"
            })
    void bad_input_is_refused_with_the_field(String original, String wrong, String field) {
        put(token, DETAILS.replace(original, wrong)).statusCode(400).body("errors.field", hasItem(field));
        read(token).body("address", empty());
    }

    @Test
    void nobody_else_reads_or_writes_it() {
        String stranger = TestTokens.shared().user("stranger", "coach");
        read(stranger).statusCode(404);
        put(stranger, DETAILS).statusCode(404);
        put(TestTokens.shared().user(coach, "client"), DETAILS).statusCode(403);
        given().get(path()).then().statusCode(401);
    }

    private ValidatableResponse read(String bearer) {
        return given().auth().oauth2(bearer).get(path()).then();
    }

    private ValidatableResponse put(String bearer, String body) {
        return given().auth()
                .oauth2(bearer)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path())
                .then();
    }

    private String path() {
        return "/api/coaches/" + coach + "/billing";
    }
}
