package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentStatusTest {
    @ParameterizedTest
    @CsvSource({
        "UNPAID, PAYMENT_REQUIRED, PAYMENT_PENDING",
        "PROCESSING, PAYMENT_PROCESSING, PROCESSING",
        "AUTHORIZED, AUTHORIZED, SUCCEEDED",
        "CAPTURED, COMPLETED, SUCCEEDED",
        "CANCELLED, CANCELLED, FAILED"
    })
    void it_follows_from_what_stripe_says(IntentState state, PaymentStatus expected, PageState page) {
        PaymentStatus status = new History().prepared().sees(state).status();
        assertThat(status).isEqualTo(expected);
        assertThat(PageState.of(status)).isEqualTo(page);
    }

    @Test
    void a_payment_being_prepared_is_pending_and_never_completed() {
        assertThat(new History().authorizes("a").status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void refunds_show_whether_something_is_left() {
        History history = new History().prepared().sees(IntentState.CAPTURED).gives("r", "r1", 800);
        history.refundIs("r1", RefundState.SUCCEEDED);
        assertThat(history.status()).isEqualTo(PaymentStatus.PARTIAL_REFUND);
        history.gives("s", "r2", 10_000).refundIs("r2", RefundState.SUCCEEDED);
        assertThat(history.status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void a_refund_that_fails_shows_until_another_one_makes_up_for_it() {
        History history = new History().prepared().sees(IntentState.CAPTURED).gives("r", "r1", 800);
        history.refundIs("r1", RefundState.SUCCEEDED);
        history.step(new PaymentInput.RefundSeen(history.fact("r1", RefundState.FAILED)));
        assertThat(history.status()).isEqualTo(PaymentStatus.REFUND_FAILED);
        assertThat(PageState.of(history.status())).isEqualTo(PageState.SUCCEEDED);
        history.refundAtStripe("re_9", 800, RefundState.SUCCEEDED);
        assertThat(history.status()).isEqualTo(PaymentStatus.PARTIAL_REFUND);
    }

    @Test
    void a_dispute_shows() {
        History history = new History().prepared().sees(IntentState.CAPTURED);
        assertThat(history.disputeIs("needs_response").status()).isEqualTo(PaymentStatus.DISPUTED);
        assertThat(history.disputeIs("won").status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(history.disputeIs("needs_response").status())
                .as("what is told late opens nothing again")
                .isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void money_that_a_bank_took_back_stays_disputed() {
        History history = new History().prepared().sees(IntentState.CAPTURED);
        assertThat(history.disputeIs("lost").status()).isEqualTo(PaymentStatus.DISPUTED);
        assertThat(history.disputeIs("needs_response").status()).isEqualTo(PaymentStatus.DISPUTED);
    }
}
