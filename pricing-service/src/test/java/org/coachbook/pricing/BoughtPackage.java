package org.coachbook.pricing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.coachbook.contracts.payment.event.DisputeClosed;
import org.coachbook.contracts.payment.event.PaymentCancelled;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.coachbook.contracts.payment.event.PaymentRefunded;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;

/** A package that a client ordered; tells the service what payment-service would tell it. */
public record BoughtPackage(String id, Coach coach, String clientId) {
    /** One that costs 450.00 CHF and pays for sessions of up to an hour, of all types, for a year. */
    public static Map<String, Object> terms(int credits) {
        return new HashMap<>(Map.of(
                "name", "Ten hours", "credits", credits, "maxMinutes", 60, "price", 45_000, "validityDays", 365));
    }

    /** Offered by a new coach, ordered and paid by this client. */
    public static BoughtPackage paid(String clientId, int credits) {
        Coach coach = Coach.open();
        coach.setRate(12_000);
        return ordered(coach, offer(coach, terms(credits)), clientId).pay();
    }

    public static String offer(Coach coach, Map<String, Object> terms) {
        return given().auth()
                .oauth2(coach.token())
                .contentType(ContentType.JSON)
                .body(terms)
                .post("/api/packages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static BoughtPackage ordered(Coach coach, String offerId, String clientId) {
        String id = order(offerId, clientId, UUID.randomUUID().toString())
                .statusCode(201)
                .extract()
                .path("purchase.id");
        return new BoughtPackage(id, coach, clientId);
    }

    public static ValidatableResponse order(String offerId, String clientId, String key) {
        return given().auth()
                .oauth2(TestTokens.shared().user(clientId, "client"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/packages/" + offerId + "/purchase")
                .then();
    }

    public String coachId() {
        return coach.id();
    }

    /** Stripe has taken the money; waits until the credits are there. */
    public BoughtPackage pay() {
        send("payment.completed.v1", 1, completed());
        await("active");
        return this;
    }

    public PaymentCompleted completed() {
        return new PaymentCompleted(id, id, coach.id(), 45_000, "CHF", PaymentPurpose.PACKAGE);
    }

    public PaymentRefunded refunded(long amount) {
        return new PaymentRefunded(id, id, coach.id(), amount, "CHF", PaymentPurpose.PACKAGE);
    }

    public DisputeClosed disputed(long amount, boolean lost) {
        return new DisputeClosed(id, id, coach.id(), amount, "CHF", PaymentPurpose.PACKAGE, lost);
    }

    /** Nothing will be taken. */
    public BoughtPackage cancel(@Nullable String impossible) {
        send("payment.cancelled.v1", 1, cancelled(impossible));
        await("cancelled");
        return this;
    }

    public PaymentCancelled cancelled(@Nullable String impossible) {
        return new PaymentCancelled(id, id, coach.id(), 45_000, "CHF", PaymentPurpose.PACKAGE, impossible);
    }

    public void send(String type, long sequence, Record event) {
        try (CloudEventProducer producer = new CloudEventProducer(ServiceStack.bootstrapServers())) {
            producer.send(
                    "payment.events",
                    CloudEvent.of(type, "payment-service", id, sequence, MessageJson.write(event))
                            .withKey(id));
        }
    }

    private void await(String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> seen().extract().path("status").equals(status));
    }

    /** As the client sees it. */
    public ValidatableResponse seen() {
        return seenBy(TestTokens.shared().user(clientId, "client"));
    }

    public ValidatableResponse seenBy(String token) {
        return given().auth().oauth2(token).get("/api/packages/purchases/" + id).then();
    }
}
