package org.coachbook.gateway.sessions;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SignInResourceIT {
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
        "timeZone, SystemV/AST4, timeZone",
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

    private static Map<String, Object> registration(String email) {
        return new HashMap<>(Map.of(
                "email", email, "password", PASSWORD, "name", "Ada", "role", "client", "timeZone", "Europe/Zurich"));
    }
}
