package org.coachbook.gateway.sessions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.gateway.People.PASSWORD;
import static org.coachbook.gateway.People.json;
import static org.coachbook.gateway.People.newEmail;
import static org.coachbook.gateway.People.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.coachbook.gateway.ShiftedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsIT {
    private static final String COOKIE = "coachbook-refresh";

    @Inject
    ShiftedClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
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
        var successors = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> refresh(first).cookie(COOKIE))
                .distinct()
                .toList();
        assertThat(successors).hasSize(1);
    }

    private static Response logIn(String email, String password) {
        return json(Map.of("email", email, "password", password)).post("/api/auth/login");
    }

    private static Response refresh(String token) {
        return given().cookie(COOKIE, token).post("/api/auth/refresh");
    }
}
