package org.coachbook.gateway.sessions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.gateway.People.PASSWORD;
import static org.coachbook.gateway.People.json;
import static org.coachbook.gateway.People.newEmail;
import static org.coachbook.gateway.People.register;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbook.gateway.ShiftedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SignInResourceIT {
    private static final String COOKIE = "coachbook-refresh";

    @Inject
    ShiftedClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_coach_registers_and_is_a_client_too() {
        Response answer = register(newEmail(), "Ada", "coach");
        answer.then()
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(300))
                .body("user.id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("user.roles", equalTo(List.of("coach", "client")))
                .header("Cache-Control", "no-store")
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("HttpOnly"),
                                containsString("SameSite=Strict"),
                                containsString("Path=/api/auth"),
                                not(containsString("Secure"))));
    }

    @Test
    void an_address_is_taken_in_any_case_of_letters() {
        String email = newEmail();
        register(email, "Ada", "client");
        json(registration(email.toUpperCase(java.util.Locale.ROOT)))
                .post("/api/auth/register")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/address-taken"));
    }

    @ParameterizedTest
    @CsvSource({
        "role, admin, role",
        "role, owner, role",
        "email, not an address, email",
        "password, short, password",
        "password, password1234, password",
        "name, '', name",
        "timeZone, Mars/Olympus, timeZone",
        "timeZone, '+02:00', timeZone",
        "locale, !!, locale",
        "roles, admin, roles",
        "active, true, active"
    })
    void a_registration_that_is_wrong_is_refused_with_its_field(String field, String value, String named) {
        Map<String, Object> body = registration(newEmail());
        body.put(field, value);
        json(body)
                .post("/api/auth/register")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://coachbook.org/problems/validation-failed"))
                .body("errors[0].field", equalTo(named));
    }

    @Test
    void operators_in_place_of_text_are_refused() {
        json(Map.of("email", Map.of("$gt", ""), "password", Map.of("$gt", "")))
                .post("/api/auth/login")
                .then()
                .statusCode(400);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_look_the_same() {
        String email = newEmail();
        register(email, "Ada", "client");
        String wrong = logIn(email, "not the password")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String unknown = logIn(newEmail(), "not the password")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        assertThat(wrong).isEqualTo(unknown);
        logIn(email, PASSWORD).then().statusCode(200).body("user.name", equalTo("Ada"));
    }

    @Test
    void each_refresh_replaces_the_token() {
        String first = register(newEmail(), "Ada", "client").cookie(COOKIE);
        Response answer = refresh(first);
        answer.then().statusCode(200).body("user.name", equalTo("Ada"));
        String second = answer.cookie(COOKIE);
        assertThat(second).isNotEqualTo(first);
        refresh(second).then().statusCode(200);
    }

    @Test
    void the_preceding_token_gets_the_same_successor_within_30_seconds() {
        String first = register(newEmail(), "Ada", "client").cookie(COOKIE);
        String second = refresh(first).cookie(COOKIE);
        clock.advance(Duration.ofSeconds(25));
        assertThat(refresh(first).cookie(COOKIE)).isEqualTo(second);
        refresh(second).then().statusCode(200);
    }

    @Test
    void the_preceding_token_after_30_seconds_ends_the_family() {
        String first = register(newEmail(), "Ada", "client").cookie(COOKIE);
        String second = refresh(first).cookie(COOKIE);
        clock.advance(Duration.ofSeconds(31));
        refresh(first).then().statusCode(401).header("Set-Cookie", containsString("Max-Age=0"));
        refresh(second).then().statusCode(401);
    }

    @Test
    void an_older_token_ends_the_family_at_once() {
        String first = register(newEmail(), "Ada", "client").cookie(COOKIE);
        String second = refresh(first).cookie(COOKIE);
        String third = refresh(second).cookie(COOKIE);
        refresh(first).then().statusCode(401);
        refresh(third).then().statusCode(401);
    }

    @Test
    void a_session_ends_with_the_log_out_and_other_sessions_go_on() {
        String email = newEmail();
        String here = register(email, "Ada", "client").cookie(COOKIE);
        String there = logIn(email, PASSWORD).cookie(COOKIE);
        given().cookie(COOKIE, here).post("/api/auth/logout").then().statusCode(204);
        refresh(here).then().statusCode(401);
        refresh(there).then().statusCode(200);
    }

    @Test
    void an_unused_session_ends_after_30_days() {
        String token = register(newEmail(), "Ada", "client").cookie(COOKIE);
        clock.advance(Duration.ofDays(30));
        refresh(token).then().statusCode(401);
    }

    @Test
    void many_refreshes_at_once_end_with_one_successor() {
        String first = register(newEmail(), "Ada", "client").cookie(COOKIE);
        var successors = java.util.stream.IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> refresh(first).cookie(COOKIE))
                .distinct()
                .toList();
        assertThat(successors).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080, 200", "http://127.0.0.1:8080, 200", "https://evil.example, 403", "null, 403"})
    void only_our_own_page_may_sign_in(String origin, int status) {
        String email = newEmail();
        register(email, "Ada", "client");
        json(Map.of("email", email, "password", PASSWORD))
                .header("Origin", origin)
                .post("/api/auth/login")
                .then()
                .statusCode(status);
    }

    private static Response logIn(String email, String password) {
        return json(Map.of("email", email, "password", password)).post("/api/auth/login");
    }

    private static Response refresh(String token) {
        return given().cookie(COOKIE, token).post("/api/auth/refresh");
    }

    private static Map<String, Object> registration(String email) {
        return new HashMap<>(Map.of(
                "email", email, "password", PASSWORD, "name", "Ada", "role", "client", "timeZone", "Europe/Zurich"));
    }
}
