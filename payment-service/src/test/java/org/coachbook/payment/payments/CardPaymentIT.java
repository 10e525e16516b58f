package org.coachbook.payment.payments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.model.PaymentIntent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PaymentStack.class)
class CardPaymentIT {
    @Inject
    Stripe stripe;

    @Inject
    Payments payments;

    @Test
    void a_card_is_authorised_then_captured_once_however_often_it_is_asked() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            String secret = journey.prepared();
            assertThat(stripe.confirm(secret, "pm_card_visa").statusCode()).isEqualTo(200);
            Instant captureBefore = Instant.parse(
                    journey.reply("authorized").get("captureBefore").asText());
            assertThat(captureBefore).isAfter(Instant.now().plus(Duration.ofDays(2)));
            journey.event("authorized");
            String command = journey.captureTwice();
            assertThat(journey.replyTo(command, "captured").get("amount").asLong())
                    .isEqualTo(10_800);
            assertThat(journey.event("completed").get("amount").asLong()).isEqualTo(10_800);
            assertThat(journey.repliesWithin(Duration.ofSeconds(1)))
                    .filteredOn(m -> m.type().equals("payment.replied.captured.v1"))
                    .extracting(ReceivedMessage::id)
                    .containsOnly(command + ":reply");
            assertThat(stripe.intentsOf(journey.id())).singleElement().satisfies(CardPaymentIT::isADestinationCharge);
        }
    }

    private static void isADestinationCharge(PaymentIntent intent) {
        assertThat(intent.getAmountReceived()).isEqualTo(10_800);
        assertThat(intent.getApplicationFeeAmount()).isEqualTo(1_620);
        assertThat(intent.getOnBehalfOf()).isEqualTo(intent.getTransferData().getDestination());
        assertThat(intent.getMetadata()).containsKeys("paymentId", "bookingId");
    }

    @Test
    void after_a_decline_another_card_may_be_tried() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            String secret = journey.prepared();
            assertThat(stripe.confirm(secret, "pm_card_chargeDeclinedInsufficientFunds")
                            .statusCode())
                    .isEqualTo(402);
            assertThat(journey.reply("failed").get("declineCode").asText()).isEqualTo("insufficient_funds");
            read(journey, journey.clientId()).then().body("status", equalTo("failed"));
            assertThat(stripe.confirm(journey.clientSecret(), "pm_card_visa").statusCode())
                    .isEqualTo(200);
            journey.reply("authorized");
        }
    }

    @Test
    void a_bank_that_wants_to_know_more_is_waited_for() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            Response asked = stripe.confirm(journey.prepared(), "pm_card_threeDSecure2Required");
            assertThat(asked.<String>path("status")).isEqualTo("requires_action");
            stripe.visit(asked.path("next_action.redirect_to_url.url"));
            journey.reply("authorized");
        }
    }

    @Test
    void a_charge_at_once_is_captured_without_being_asked() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            journey.replyTo(journey.authorize(5_000, 0, true), "prepared");
            stripe.confirm(journey.clientSecret(), "pm_card_visa");
            assertThat(journey.reply("captured").get("amount").asLong()).isEqualTo(5_000);
            assertThat(stripe.intentsOf(journey.id()).getFirst().getApplicationFeeAmount())
                    .isNull();
        }
    }

    @Test
    void an_amount_below_stripes_minimum_is_impossible() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            String reason = journey.replyTo(journey.authorize(10, 0, false), "impossible")
                    .get("reason")
                    .asText();
            assertThat(reason).isEqualTo("amount_refused");
        }
    }

    @Test
    void only_the_parties_see_a_payment_and_only_the_client_its_secret() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            journey.prepared();
            read(journey, journey.clientId())
                    .then()
                    .body("state", equalTo("payment_pending"), "amount", equalTo(10_800), "platformFee", nullValue());
            read(journey, coach.id()).then().body("platformFee", equalTo(1_620), "status", equalTo("payment_required"));
            read(journey, "somebody").then().statusCode(404);
            given().get("/api/payments/" + journey.id()).then().statusCode(401);
            given().auth()
                    .oauth2(coach.token())
                    .get("/api/payments/" + journey.id() + "/client-secret")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void the_client_secret_is_in_no_text_form_and_in_no_message() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            String secret = journey.prepared();
            Payment payment = payments.find(journey.id()).orElseThrow();
            assertThat(Objects.requireNonNull(payment.facts().intent()).clientSecret())
                    .isEqualTo(new Secret(secret));
            assertThat(payment.toString()).doesNotContain("_secret_");
            assertThat(new ClientSecretView(secret).toString()).doesNotContain(secret);
            assertThat(journey.repliesWithin(Duration.ofMillis(300)).toString()).doesNotContain("_secret_");
        }
    }

    @Test
    void an_authorisation_that_lapsed_cannot_be_captured() throws Exception {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = new Journey(coach.id())) {
            stripe.confirm(journey.prepared(), "pm_card_visa");
            journey.reply("authorized");
            stripe.operator()
                    .v1()
                    .paymentIntents()
                    .cancel(stripe.intentsOf(journey.id()).getFirst().getId());
            journey.replyTo(journey.capture(), "capture-refused");
            await().untilAsserted(() -> read(journey, coach.id()).then().body("status", equalTo("cancelled")));
        }
    }

    private static Response read(Journey journey, String person) {
        return given().auth().oauth2(TestTokens.shared().user(person, "client")).get("/api/payments/" + journey.id());
    }
}
