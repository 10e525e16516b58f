package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.payment.payments.IntentState.AUTHORIZED;
import static org.coachbook.payment.payments.IntentState.CAPTURED;

import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.payment.event.PaymentRefundFailed;
import org.coachbook.contracts.payment.reply.PaymentCancelled;
import org.coachbook.contracts.payment.reply.PaymentRefunded;
import org.coachbook.contracts.payment.reply.RefundFailed;
import org.junit.jupiter.api.Test;

/** What an operator gives back at Stripe itself is a fact like what we give back. */
class RefundAtStripeTest {
    private final History history = new History();

    @Test
    void it_is_told_to_the_booking_and_announced_once_however_often_it_is_seen() {
        captured();
        for (int again = 0; again < 3; again++) {
            history.refundAtStripe("re_9", 2_000, RefundState.SUCCEEDED);
        }
        assertThat(history.replies()).containsOnlyOnce(new PaymentRefunded("b1", "b1", "re_9", 2_000, 2_000));
        assertThat(announced()).containsExactly(2_000L);
        assertThat(history.status()).isEqualTo(PaymentStatus.PARTIAL_REFUND);
        assertThat(history.callKind()).isEqualTo(CallKind.LEDGER);
    }

    @Test
    void it_is_told_once_when_it_is_seen_late_and_out_of_order() {
        captured()
                .refundAtStripe("re_9", 2_000, RefundState.SUCCEEDED)
                .refundAtStripe("re_9", 2_000, RefundState.PENDING);
        history.refundAtStripe("re_8", 1_000, RefundState.PENDING).refundAtStripe("re_8", 1_000, RefundState.SUCCEEDED);
        assertThat(announced()).containsExactly(2_000L, 1_000L);
        assertThat(history.payment().facts().refunded()).isEqualTo(3_000);
    }

    @Test
    void what_was_released_before_a_capture_is_no_refund() {
        history.prepared().sees(AUTHORIZED).refundAtStripe("re_9", 2_000, RefundState.SUCCEEDED);
        assertThat(history.payment().facts().refunds()).isEmpty();
    }

    @Test
    void a_refund_of_ours_gives_back_what_is_left() {
        captured().refundAtStripe("re_9", 2_000, RefundState.SUCCEEDED).bookTheLedger();
        history.gives("r", "r1", 10_800).refundIs("r1", RefundState.SUCCEEDED);
        assertThat(history.replyTo("r")).isEqualTo(new PaymentRefunded("b1", "b1", "r1", 8_800, 10_800));
        assertThat(history.status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void a_refund_of_ours_that_finds_nothing_left_is_done_without_a_call() {
        captured().refundAtStripe("re_9", 10_800, RefundState.SUCCEEDED).bookTheLedger();
        history.gives("r", "r1", 5_400);
        assertThat(history.replyTo("r")).isEqualTo(new PaymentRefunded("b1", "b1", "r1", 0, 10_800));
        assertThat(history.callKind()).isNull();
    }

    @Test
    void a_refund_of_ours_that_stripe_refuses_because_less_is_left_gives_back_that() {
        captured().gives("r", "r1", 10_800);
        int n = Objects.requireNonNull(history.payment().work().call()).n();
        RefundFact elsewhere = new RefundFact("re_9", "re_9", 2_000, RefundState.SUCCEEDED, null);
        history.callEnds(new CallResult.Refused("amount_too_large", null, List.of(elsewhere)));
        assertThat(history.callKind()).isEqualTo(CallKind.REFUND);
        assertThat(Objects.requireNonNull(history.payment().work().call()).n()).isGreaterThan(n);
        history.refundIs("r1", RefundState.SUCCEEDED);
        assertThat(history.replyTo("r")).isEqualTo(new PaymentRefunded("b1", "b1", "r1", 8_800, 10_800));
    }

    @Test
    void a_refund_of_ours_that_is_being_made_keeps_its_amount_until_its_call_ends() {
        captured().gives("r", "r1", 10_800).refundAtStripe("re_9", 2_000, RefundState.SUCCEEDED);
        assertThat(history.payment().facts().refund("r1").orElseThrow().amount())
                .isEqualTo(10_800);
        history.callEnds(new CallResult.Refused("amount_too_large", null, List.of()));
        history.refundIs("r1", RefundState.SUCCEEDED);
        assertThat(history.replyTo("r")).isEqualTo(new PaymentRefunded("b1", "b1", "r1", 8_800, 10_800));
    }

    @Test
    void giving_up_gives_back_the_rest_and_says_what_has_gone_back_in_all() {
        captured().refundAtStripe("re_9", 2_000, RefundState.SUCCEEDED).bookTheLedger();
        history.cancels("c", false).refundIs(Refund.GIVE_UP, RefundState.SUCCEEDED);
        assertThat(history.replyTo("c")).isEqualTo(new PaymentCancelled("b1", "b1", 10_800));
    }

    @Test
    void one_that_fails_is_taken_back_everywhere() {
        captured().refundAtStripe("re_9", 2_000, RefundState.PENDING);
        history.refundAtStripe("re_8", 500, RefundState.SUCCEEDED);
        history.refundAtStripe("re_9", 2_000, RefundState.FAILED);
        assertThat(history.replies())
                .contains(new RefundFailed("b1", "b1", "re_9", "unknown", 500L))
                .hasAtLeastOneElementOfType(PaymentRefundFailed.class);
    }

    private History captured() {
        return history.prepared().sees(CAPTURED).bookTheLedger();
    }

    private List<Long> announced() {
        return history.replies().stream()
                .filter(org.coachbook.contracts.payment.event.PaymentRefunded.class::isInstance)
                .map(org.coachbook.contracts.payment.event.PaymentRefunded.class::cast)
                .map(org.coachbook.contracts.payment.event.PaymentRefunded::amount)
                .toList();
    }
}
