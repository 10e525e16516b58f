package org.coachbook.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServiceProxyIT {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_request_reaches_its_service_as_it_was_sent() {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer x.y.z")
                .body("{\"a\":1}")
                .post("/api/bookings?scope=following&x=%20")
                .then()
                .statusCode(200)
                .body("service", equalTo("booking"))
                .body("uri", equalTo("/api/bookings?scope=following&x=%20"))
                .body("length", equalTo(7))
                .body("authorization", equalTo("Bearer x.y.z"));
    }

    @Test
    void the_trace_is_continued() {
        given().header("traceparent", TRACE)
                .get("/api/coaches/7/slots")
                .then()
                .body("service", equalTo("availability"))
                .body("traceparent", startsWith(TRACE.substring(0, 36)));
    }

    @Test
    void a_trace_begins_where_there_is_none() {
        given().get("/api/session-types").then().body("traceparent", startsWith("00-"));
    }

    @Test
    void a_location_never_shows_where_the_service_is() {
        given().post("/api/bookings/created").then().statusCode(201).header("Location", "/api/bookings/1");
    }

    @Test
    void a_service_that_is_down_is_a_reason_to_try_again() {
        given().body("{}")
                .post("/api/quotes")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("https://coachbook.org/problems/try-again"));
    }

    @Test
    void a_service_that_is_silent_is_given_up() {
        given().get("/api/payments/1")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("https://coachbook.org/problems/try-again"));
    }

    @Test
    void of_a_service_that_was_sent_something_and_is_silent_nobody_says_that_nothing_was_done() {
        given().body("{}")
                .post("/api/payments/account")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo("https://coachbook.org/problems/no-answer"))
                .body("detail", containsString("not known whether this was done"));
    }

    @Test
    void a_reading_request_whose_connection_was_closed_is_sent_once_more_and_another_one_is_not() {
        given().get("/api/bookings/1/hangs-up-once")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/bookings/1/hangs-up-once"));
        given().body("{}")
                .post("/api/bookings/2/hangs-up-once")
                .then()
                .statusCode(504)
                .body("type", equalTo("https://coachbook.org/problems/no-answer"));
    }

    @Test
    void a_webhook_may_be_larger_than_other_bodies() {
        byte[] large = new byte[200 * 1024];
        given().body(large)
                .post("/api/payments/stripe/webhook")
                .then()
                .statusCode(200)
                .body("length", equalTo(large.length));
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused() {
        given().body(new byte[65 * 1024])
                .post("/api/bookings")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("https://coachbook.org/problems/too-large"));
    }

    @Test
    void a_body_that_hides_its_length_is_measured() throws Exception {
        Assertions.assertThat(chunked(65 * 1024).statusCode()).isEqualTo(413);
        HttpResponse<String> small = chunked(60 * 1024);
        Assertions.assertThat(small.statusCode()).isEqualTo(200);
        Assertions.assertThat(small.body()).contains("\"length\":" + 60 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/bookings/1",
                "/q/health",
                "/q/metrics",
                "/api/bookings/../../internal/bookings/1",
                "/api/bookings/%2e%2e/%2e%2e/internal/bookings/1",
                "/api/bookings/..%2f..%2finternal/bookings/1",
                "/api//bookings",
                "/api/bookings;x=1/2",
                "/api/nothing"
            })
    void what_is_not_in_the_table_is_not_there(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address(path)));
        Assertions.assertThat(answer.statusCode()).isEqualTo(404);
        Assertions.assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        Assertions.assertThat(answer.body()).contains("https://coachbook.org/problems/not-found");
    }

    private static HttpResponse<String> chunked(int length) throws Exception {
        return send(HttpRequest.newBuilder(address("/api/bookings"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]))));
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
        }
    }
}
