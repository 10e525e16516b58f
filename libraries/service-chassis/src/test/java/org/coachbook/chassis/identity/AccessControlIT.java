package org.coachbook.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class AccessControlIT {
    private final TestTokens tokens = TestTokens.shared();

    @Test
    void a_good_token_names_the_caller() {
        given().auth()
                .oauth2(tokens.user("ada", "client"))
                .get("/sample/me")
                .then()
                .statusCode(200);
    }

    @Test
    void a_method_lets_nobody_in_who_is_not_signed_in_unless_it_says_so() {
        given().get("/sample/me").then().statusCode(401).body("type", equalTo(problem("not-signed-in")));
        given().get("/sample").then().statusCode(200);
    }

    @Test
    void a_bad_token_is_refused_even_where_none_is_needed() {
        refused("/sample", "rubbish");
    }

    @Test
    void forged_and_outdated_tokens_are_refused() {
        refused("/sample/me", TestTokens.withNewKey().user("ada", "client"));
        refused("/sample/me", tokens.userAt(Instant.now().minusSeconds(600), "ada", "client"));
        refused("/sample/me", tokens.userWith(Map.of("iss", "https://elsewhere.example"), "ada", "client"));
        refused("/sample/me", tokens.userWith(Map.of("aud", "another"), "ada", "client"));
        refused("/sample/me", tokens.userWith(Map.of("nbf", Instant.now().getEpochSecond() + 600), "ada", "client"));
        refused("/sample/me", tokens.userWith(Map.of("more", "x".repeat(8192)), "ada", "client"));
        refused("/sample/me", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.");
    }

    @Test
    void a_role_is_required_where_one_is_named() {
        given().auth()
                .oauth2(tokens.user("ada", "client", "coach"))
                .get("/sample/coach")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(tokens.user("bob", "client"))
                .get("/sample/coach")
                .then()
                .statusCode(403);
    }

    @Test
    void a_scope_is_required_where_one_is_named() {
        String path = "/sample/scope";
        given().auth()
                .oauth2(tokens.service("a", "samples:read"))
                .get(path)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(tokens.service("a", "others:read"))
                .get(path)
                .then()
                .statusCode(403);
        given().auth().oauth2(tokens.user("ada", "client")).get(path).then().statusCode(403);
    }

    private static void refused(String path, String token) {
        given().header("Authorization", "Bearer " + token)
                .get(path)
                .then()
                .statusCode(401)
                .body("type", equalTo(problem("not-signed-in")));
    }

    private static String problem(String type) {
        return "https://coachbook.org/problems/" + type;
    }
}
