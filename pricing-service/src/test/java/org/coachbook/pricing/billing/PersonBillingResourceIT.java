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
import java.util.List;
import java.util.UUID;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class PersonBillingResourceIT {
    private static final String DETAILS = """
            {"name": "Bob SRL", "address": ["Strada Lungă 1", "500059 Brașov"], "vatNumber": "RO 1234567"}
            """;

    private final String person = "bob-" + UUID.randomUUID();
    private final String path = "/api/users/" + person + "/billing";
    private final String client = TestTokens.shared().user(person, "client");

    @Test
    void a_client_says_by_which_company_address_and_number_he_is_billed() {
        read(path, client).statusCode(200).header("ETag", "\"0\"").body("address", empty());
        put(path, client, null, DETAILS).statusCode(200).header("ETag", "\"1\"");
        read(path, client)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Bob SRL"))
                .body("address", contains("Strada Lungă 1", "500059 Brașov"))
                .body("vatNumber", equalTo("RO 1234567"));
        put(path, client, "\"0\"", DETAILS).statusCode(412);
        put(path, client, null, DETAILS.replace("Bob SRL", "Bob\\nSRL"))
                .statusCode(400)
                .body("errors.field", hasItem("name"));
    }

    @Test
    void who_is_also_a_coach_has_the_same_details_on_both_routes() {
        String coach = TestTokens.shared().user(person, "coach", "client");
        String asCoach = "/api/coaches/" + person + "/billing";
        put(path, client, null, DETAILS).statusCode(200);
        read(asCoach, coach).header("ETag", "\"1\"").body("name", equalTo("Bob SRL"));
        put(asCoach, coach, "\"1\"", DETAILS.replace("SRL", "GmbH")).statusCode(200);
        read(path, client).header("ETag", "\"2\"").body("name", equalTo("Bob GmbH"));
    }

    @Test
    void to_everybody_else_they_do_not_exist() {
        put(path, client, null, DETAILS).statusCode(200);
        for (String role : List.of("client", "coach", "admin")) {
            String stranger = TestTokens.shared().user("stranger", role);
            read(path, stranger).statusCode(404);
            put(path, stranger, null, DETAILS.replace("Bob", "Eve")).statusCode(404);
        }
        given().get(path).then().statusCode(401);
        given().contentType(ContentType.JSON).body(DETAILS).put(path).then().statusCode(401);
        read(path, client).header("ETag", "\"1\"").body("name", equalTo("Bob SRL"));
    }

    private static ValidatableResponse read(String path, String bearer) {
        return given().auth().oauth2(bearer).get(path).then();
    }

    private static ValidatableResponse put(String path, String bearer, @Nullable String ifMatch, String body) {
        var request =
                given().auth().oauth2(bearer).contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }
}
