package org.coachbook.payment.webhooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.net.Webhook;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.coachbook.payment.TestClock;
import org.coachbook.testing.ReceivedMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PaymentStack.class)
class WebhookIT {
    private static final String PATH = "/api/payments/stripe/webhook";
    private static final String BODY = """
            {"id":"evt_%s","object":"event","api_version":"2026-07-29.dahlia","created":1790000000,
             "type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","object":"payment_intent"}}}""";

    private static final String DISPUTE = """
            {"id":"evt_%s","object":"event","api_version":"2026-07-29.dahlia","created":1790000000,
             "type":"charge.dispute.closed","data":{"object":{"id":"dp_%s","object":"dispute","amount":10800,"payment_intent":"%s","status":"lost"}}}""";

    @Inject
    Stripe stripe;

    @Inject
    TestClock clock;

    @Inject
    @ConfigProperty(name = "coachbook.stripe.webhook-secret")
    List<String> secrets;

    @AfterEach
    void heal() {
        stripe.heal();
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook_duplicated", "webhook_reordered", "webhook_delayed"})
    void duplicated_reordered_and_late_events_change_nothing(String fault) {
        try (Journey journey = new Journey(Coach.payable(stripe).id())) {
            String secret = journey.prepared();
            stripe.fault(fault, "\"event\":\"payment_intent.*\"", ",\"times\":10,\"millis\":200");
            stripe.confirm(secret, "pm_card_chargeDeclined");
            stripe.confirm(secret, "pm_card_visa");
            journey.reply("authorized");
            journey.replyTo(journey.capture(), "captured");
            assertThat(journey.repliesWithin(Duration.ofSeconds(1)))
                    .extracting(ReceivedMessage::type)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everybody_hears_that_a_bank_took_the_money_back() throws Exception {
        try (Journey journey = new Journey(Coach.payable(stripe).id())) {
            String secret = journey.prepared();
            stripe.confirm(secret, "pm_card_visa");
            journey.reply("authorized");
            journey.replyTo(journey.capture(), "captured");
            String intent = secret.replaceFirst("_secret_.*", "");
            String body = DISPUTE.formatted(intent, intent, intent);
            post(body, signature(body, secrets.getFirst(), Instant.now()), 200);
            JsonNode closed = journey.event("dispute-closed");
            assertThat(closed.get("lost").asBoolean()).isTrue();
            assertThat(closed.get("amount").asLong()).isEqualTo(10_800);
        }
    }

    @Test
    void what_stripe_never_told_is_found() {
        try (Journey journey = new Journey(Coach.payable(stripe).id())) {
            String secret = journey.prepared();
            stripe.fault("webhook_dropped", "\"event\":\"payment_intent.amount_capturable_updated\"", "");
            stripe.confirm(secret, "pm_card_visa");
            clock.forward(Duration.ofSeconds(40));
            journey.reply("authorized");
        }
    }

    @Test
    void a_signed_event_is_taken_once() throws Exception {
        String body = BODY.formatted(System.nanoTime());
        String signature = signature(body, secrets.getFirst(), Instant.now());
        post(body, signature, 200);
        post(body, signature, 200);
        post(body, signature(body, secrets.getLast(), Instant.now()), 200);
    }

    @Test
    void a_forged_or_changed_or_unsigned_event_is_refused() throws Exception {
        String body = BODY.formatted(System.nanoTime());
        post(body, signature(body, "whsec_foreign", Instant.now()), 400);
        post(body + " ", signature(body, secrets.getFirst(), Instant.now()), 400);
        post(body, "", 400);
        post("nonsense", signature("nonsense", secrets.getFirst(), Instant.now()), 400);
    }

    @Test
    void an_event_signed_six_minutes_ago_is_refused() throws Exception {
        String body = BODY.formatted(System.nanoTime());
        post(body, signature(body, secrets.getFirst(), Instant.now().minusSeconds(360)), 400);
    }

    @Test
    void an_event_of_300_kib_is_too_large() {
        given().contentType("application/json")
                .body(" ".repeat(300 * 1024))
                .post(PATH)
                .then()
                .statusCode(413);
    }

    private static void post(String body, String signature, int status) {
        given().contentType("application/json")
                .header("Stripe-Signature", signature)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status);
    }

    /** As docs.stripe.com/webhooks#verify-manually says. */
    private static String signature(String body, String secret, Instant at) throws Exception {
        long seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + Webhook.Util.computeHmacSha256(secret, seconds + "." + body);
    }
}
