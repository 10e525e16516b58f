package org.coachbook.gateway.ratelimit;

import static io.restassured.RestAssured.given;
import static org.coachbook.gateway.People.PASSWORD;
import static org.coachbook.gateway.People.json;
import static org.coachbook.gateway.People.newEmail;
import static org.coachbook.gateway.People.register;
import static org.coachbook.gateway.People.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimitsIT.Strict.class)
class RateLimitsIT {
    /** Figures that a test can exceed. */
    public static final class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "coachbook.limits.loopback.account-log-ins-per-minute", "3",
                    "coachbook.limits.loopback.registrations-per-minute", "6",
                    "coachbook.limits.loopback.subject-requests-per-second", "1");
        }
    }

    @Test
    void guessing_into_one_account_is_slowed_down_and_the_others_are_not() {
        String email = newEmail();
        for (int i = 0; i < 3; i++) {
            logIn(email, "guess number " + i).then().statusCode(401);
        }
        logIn(email, PASSWORD)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1[0-9]|20"))
                .body("type", equalTo("https://coachbook.org/problems/rate-limited"));
        logIn(newEmail(), PASSWORD).then().statusCode(401);
    }

    @Test
    void registrations_and_requests_of_one_person_have_their_limits() {
        String token = tokenOf(register(newEmail(), "Ada", "client"));
        given().header("Authorization", "Bearer " + token)
                .get("/api/users/me")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + token)
                .get("/api/users/me")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + token)
                .get("/api/bookings/1")
                .then()
                .statusCode(429)
                .header("Retry-After", "1");
        given().get("/api/coaches").then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            register(newEmail(), "Ada", "client");
        }
        json(Map.of("email", newEmail(), "password", PASSWORD, "name", "Ada", "role", "client"))
                .post("/api/auth/register")
                .then()
                .statusCode(429);
    }

    private static io.restassured.response.Response logIn(String email, String password) {
        return json(Map.of("email", email, "password", password)).post("/api/auth/login");
    }
}
