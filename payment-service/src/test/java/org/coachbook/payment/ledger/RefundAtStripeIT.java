package org.coachbook.payment.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.coachbook.testing.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator gives back in Stripe's dashboard reaches the payment, its book and its booking. */
@QuarkusTest
@WithTestResource(PaymentStack.class)
class RefundAtStripeIT {
    private static final String ALL_OF_REFUNDS = "\"event\":\"refund.*\"";

    @Inject
    Stripe stripe;

    @Inject
    LedgerRepository ledger;

    private Coach coach = Coach.stranger();

    @BeforeEach
    void a_coach_who_can_be_paid() {
        coach = Coach.payable(stripe);
    }

    @AfterEach
    void heal() {
        stripe.heal();
    }

    @Test
    void it_shows_in_the_payment_and_its_book_and_is_told_and_announced() {
        try (Journey journey = captured()) {
            stripe.refund(journey.id(), 2_000);
            assertThat(journey.reply("refunded").get("refundedInAll").asLong()).isEqualTo(2_000);
            assertThat(journey.event("refunded").get("amount").asLong()).isEqualTo(2_000);
            JsonPath payment = payment(journey);
            assertThat(payment.getString("status")).isEqualTo("partial_refund");
            assertThat(payment.getLong("refunded")).isEqualTo(2_000);
            booked(journey, 2_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook_duplicated", "webhook_reordered", "webhook_delayed"})
    void nine_parts_are_each_counted_once_in_whatever_order_they_are_heard_of(String fault) {
        try (Journey journey = captured()) {
            stripe.fault(fault, ALL_OF_REFUNDS, ",\"times\":20,\"millis\":200");
            for (int part = 0; part < 9; part++) {
                stripe.refund(journey.id(), 1_000 + part);
            }
            await().untilAsserted(() ->
                    assertThat(payment(journey).getLong("refunded")).isEqualTo(9_036));
            booked(journey, 9_036);
            assertThat(journey.repliesWithin(Duration.ofSeconds(1)))
                    .extracting(ReceivedMessage::type)
                    .filteredOn("payment.replied.refunded.v1"::equals)
                    .hasSize(9);
        }
    }

    @Test
    void a_refund_of_ours_gives_back_the_rest_though_nobody_told_us_of_the_first() {
        try (Journey journey = captured()) {
            stripe.fault("webhook_dropped", ALL_OF_REFUNDS, ",\"times\":20");
            stripe.refund(journey.id(), 2_000);
            var refunded = journey.replyTo(journey.refund("r1", 10_800), "refunded");
            assertThat(refunded.get("amount").asLong()).isEqualTo(8_800);
            assertThat(refunded.get("refundedInAll").asLong()).isEqualTo(10_800);
            assertThat(stripe.refunded(journey.id())).isEqualTo(10_800);
            booked(journey, 10_800);
        }
    }

    @Test
    void a_refund_of_ours_is_done_where_everything_has_gone_back_already() {
        try (Journey journey = captured()) {
            stripe.fault("webhook_dropped", ALL_OF_REFUNDS, ",\"times\":20");
            stripe.refund(journey.id(), 10_800);
            var refunded = journey.replyTo(journey.refund("r1", 5_400), "refunded");
            assertThat(refunded.get("amount").asLong()).isZero();
            assertThat(payment(journey).getString("status")).isEqualTo("refunded");
            booked(journey, 10_800);
        }
    }

    private Journey captured() {
        Journey journey = new Journey(coach.id());
        journey.replyTo(journey.authorize(10_800, 1_620, true), "prepared");
        stripe.confirm(journey.clientSecret(), "pm_card_visa");
        journey.reply("captured");
        return journey;
    }

    private JsonPath payment(Journey journey) {
        return given().auth()
                .oauth2(coach.token())
                .get("/api/payments/" + journey.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The book says that this went back, and so does Stripe. */
    private void booked(Journey journey, long amount) {
        await().untilAsserted(() -> assertThat(inTheBook(journey)).isEqualTo(amount));
        assertThat(stripe.refunded(journey.id())).isEqualTo(amount);
    }

    private long inTheBook(Journey journey) {
        return ledger.ofPayment(journey.id()).stream()
                .filter(t -> t.kind() == LedgerKind.REFUND)
                .mapToLong(t -> t.amountOf(LedgerAccount.CLIENT))
                .sum();
    }
}
