package org.coachbook.payment.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.coachbook.payment.Coach;
import org.coachbook.payment.Journey;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PaymentStack.class)
class RefundLedgerIT {
    @Inject
    Stripe stripe;

    @Inject
    LedgerRepository ledger;

    @Test
    void the_book_says_of_capture_and_refund_what_stripe_says() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = captured(coach, 1_620, "pm_card_visa")) {
            var refunded = journey.replyTo(journey.refund("r1", 5_401), "refunded");
            assertThat(refunded.get("refundedInAll").asLong()).isEqualTo(5_401);
            await().untilAsserted(() -> assertThat(sum(journey, LedgerKind.REFUND, LedgerAccount.CLIENT))
                    .isEqualTo(5_401));
            assertThat(sum(journey, LedgerKind.CAPTURE, LedgerAccount.CLIENT)).isEqualTo(-10_800);
            assertThat(sum(journey, LedgerKind.TRANSFER, LedgerAccount.COACH)).isEqualTo(10_800);
            assertThat(sum(journey, LedgerKind.APPLICATION_FEE, LedgerAccount.PLATFORM))
                    .isEqualTo(1_620);
            assertThat(sum(journey, LedgerKind.TRANSFER_REVERSAL, LedgerAccount.COACH))
                    .isEqualTo(-5_401);
            assertThat(sum(journey, LedgerKind.APPLICATION_FEE_REFUND, LedgerAccount.COACH))
                    .isEqualTo(810);
            assertThat(sum(journey, LedgerKind.CAPTURE, LedgerAccount.STRIPE_FEES))
                    .isPositive();
        }
    }

    @Test
    void the_coach_reads_his_side_newest_first() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = captured(coach, 1_620, "pm_card_visa")) {
            await().untilAsserted(
                            () -> assertThat(ledger.ofPayment(journey.id())).hasSize(3));
            JsonPath page = given().auth()
                    .oauth2(coach.token())
                    .get("/api/payments/ledger")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items.amount", Integer.class)).containsExactlyInAnyOrder(10_800, -1_620);
            assertThat(page.getList("items.currency", String.class)).containsOnly("CHF");
            assertThat(page.getString("next")).isNull();
        }
    }

    @Test
    void without_a_fee_there_is_no_fee_in_the_book() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = captured(coach, 0, "pm_card_visa")) {
            journey.replyTo(journey.cancel(false), "cancelled");
            await().untilAsserted(() -> assertThat(ledger.ofPayment(journey.id()))
                    .extracting(LedgerTransaction::kind)
                    .containsExactlyInAnyOrder(
                            LedgerKind.CAPTURE, LedgerKind.TRANSFER, LedgerKind.REFUND, LedgerKind.TRANSFER_REVERSAL));
        }
    }

    @Test
    void a_refund_is_made_once_per_id_and_never_beyond_what_is_left() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = captured(coach, 1_620, "pm_card_visa")) {
            journey.replyTo(journey.refund("r1", 10_000), "refunded");
            var again = journey.replyTo(journey.refund("r1", 10_000), "refunded");
            assertThat(again.get("refundedInAll").asLong()).isEqualTo(10_000);
            journey.replyTo(journey.refund("r2", 801), "refund-failed");
            journey.replyTo(journey.refund("r3", 800), "refunded");
        }
    }

    @Test
    void a_refund_that_fails_later_is_told() {
        Coach coach = Coach.payable(stripe);
        try (Journey journey = captured(coach, 1_620, "pm_card_refundFail")) {
            journey.replyTo(journey.refund("r1", 1_000), "refunded");
            assertThat(journey.reply("refund-failed").get("refundId").asText()).isEqualTo("r1");
            await().untilAsserted(() -> assertThat(sum(journey, LedgerKind.REFUND_FAILURE, LedgerAccount.CLIENT))
                    .isEqualTo(-1_000));
        }
    }

    private Journey captured(Coach coach, long fee, String card) {
        Journey journey = new Journey(coach.id());
        journey.replyTo(journey.authorize(10_800, fee, true), "prepared");
        stripe.confirm(journey.clientSecret(), card);
        journey.reply("captured");
        return journey;
    }

    private long sum(Journey journey, LedgerKind kind, LedgerAccount account) {
        List<LedgerTransaction> found = ledger.ofPayment(journey.id());
        return found.stream()
                .filter(t -> t.kind() == kind)
                .mapToLong(t -> t.amountOf(account))
                .sum();
    }
}
