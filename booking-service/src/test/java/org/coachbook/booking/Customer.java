package org.coachbook.booking;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.contracts.pricing.Vat;
import org.coachbook.testing.TestTokens;

/** A client of one coach, both with ids of their own, who speak HTTP to the service under test. */
public record Customer(String clientId, String coachId, Instant now) {
    private static final TestTokens TOKENS = TestTokens.shared();
    private static final List<RefundTier> TIERS = List.of(new RefundTier(48, 100), new RefundTier(24, 50));

    public static Customer at(Instant now) {
        return new Customer("client-" + UUID.randomUUID(), "coach-" + UUID.randomUUID(), now);
    }

    /** Five days ahead. */
    public Instant start() {
        return now.plus(Duration.ofDays(5));
    }

    public Quote quote(long total) {
        Price price = new Price("CHF", total, List.of(), total, total, new Vat("0", 0, true), total);
        return new Quote(
                "q",
                clientId,
                coachId,
                "type",
                1,
                start(),
                60,
                null,
                1,
                null,
                price,
                List.of(),
                TIERS,
                total * 15 / 100,
                total - total * 15 / 100,
                now.plus(Duration.ofMinutes(15)));
    }

    /** The body of an order at this price. */
    public Map<String, Object> order(long total) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("coachId", coachId);
        order.put("sessionTypeId", "type");
        order.put("start", start().toString());
        order.put("durationMinutes", 60);
        order.put("quote", BookingStack.quotes().sign(quote(total)));
        order.put("title", "First talk");
        order.put("timeZone", "Europe/Zurich");
        return order;
    }

    public Response place(String key, Map<String, Object> order) {
        return given().auth()
                .oauth2(TOKENS.user(clientId, "client"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(order)
                .post("/api/bookings");
    }

    /** Places without waiting; answers the booking's id. */
    public String placed(long total) {
        return given().auth()
                .oauth2(TOKENS.user(clientId, "client"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Prefer", "respond-async")
                .contentType("application/json")
                .body(order(total))
                .post("/api/bookings")
                .then()
                .statusCode(202)
                .extract()
                .path("booking.id");
    }

    public Response get(String path) {
        return as(clientId, "client").get(path);
    }

    public Response coachGets(String path) {
        return as(coachId, "coach", "client").get(path);
    }

    public Response strangerGets(String path) {
        return as("stranger", "coach", "client").get(path);
    }

    public Response post(String path, Object body) {
        return as(clientId, "client").contentType("application/json").body(body).post(path);
    }

    public Response coachPosts(String path, Object body) {
        return as(coachId, "coach", "client")
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    public Response coachPuts(String path, Object body) {
        return as(coachId, "coach", "client")
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    public String status(String bookingId) {
        return get("/api/bookings/" + bookingId).path("status");
    }

    public static io.restassured.specification.RequestSpecification as(String userId, String... roles) {
        return given().auth().oauth2(TOKENS.user(userId, roles));
    }

    public static io.restassured.specification.RequestSpecification service(String scope) {
        return given().auth().oauth2(TOKENS.service("notification-service", scope));
    }
}
