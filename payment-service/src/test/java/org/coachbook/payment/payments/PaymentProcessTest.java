package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.payment.payments.IntentState.AUTHORIZED;
import static org.coachbook.payment.payments.IntentState.CANCELLED;
import static org.coachbook.payment.payments.IntentState.CAPTURED;
import static org.coachbook.payment.payments.IntentState.PROCESSING;
import static org.coachbook.payment.payments.IntentState.UNPAID;

import java.util.Objects;
import org.coachbook.contracts.payment.event.PaymentRefundFailed;
import org.coachbook.contracts.payment.reply.CaptureRefused;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.coachbook.contracts.payment.reply.PaymentCancelled;
import org.coachbook.contracts.payment.reply.PaymentCaptured;
import org.coachbook.contracts.payment.reply.PaymentFailed;
import org.coachbook.contracts.payment.reply.PaymentImpossible;
import org.coachbook.contracts.payment.reply.PaymentPrepared;
import org.coachbook.contracts.payment.reply.PaymentRefunded;
import org.coachbook.contracts.payment.reply.PaymentUndecided;
import org.coachbook.contracts.payment.reply.RefundFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentProcessTest {
    private final History history = new History();

    @ParameterizedTest
    @CsvSource({
        "UNPAID, false, CANCEL",
        "UNPAID, true, CANCEL",
        "AUTHORIZED, false, CANCEL",
        "AUTHORIZED, true,",
        "CAPTURED, false, REFUND",
        "CAPTURED, true,",
        "PROCESSING, false,",
        "PROCESSING, true,",
        "CANCELLED, false,",
        "CANCELLED, true,"
    })
    void giving_up_makes_the_call_that_the_state_needs(IntentState state, boolean onlyIfUnpaid, CallKind expected) {
        history.prepared().bookTheLedger().sees(state).bookTheLedger().cancels("c", onlyIfUnpaid);
        assertThat(history.callKind()).isEqualTo(expected);
    }

    @Test
    void a_prepared_payment_is_answered_once() {
        history.authorizes("a");
        assertThat(history.replies()).isEmpty();
        history.callEnds(new CallResult.IntentIs(History.intent(UNPAID)));
        assertThat(history.replyTo("a")).isInstanceOf(PaymentPrepared.class);
        assertThat(history.status()).isEqualTo(PaymentStatus.PAYMENT_REQUIRED);
    }

    @Test
    void a_repeated_command_is_answered_alike_without_a_call() {
        history.prepared().sees(AUTHORIZED).captures("c").callEnds(new CallResult.IntentIs(History.intent(CAPTURED)));
        history.bookTheLedger();
        Decision again = history.captures("c").last();
        assertThat(again.messages()).singleElement().isInstanceOf(Outgoing.Repeat.class);
        assertThat(history.callKind()).isNull();
    }

    @Test
    void a_command_that_is_still_open_is_not_asked_twice() {
        history.prepared().sees(AUTHORIZED).captures("c").captures("c");
        assertThat(history.payment().conversation().open()).hasSize(1);
    }

    @Test
    void money_that_arrives_after_giving_up_goes_back_by_itself() {
        history.authorizes("a").cancels("c", false);
        history.callEnds(new CallResult.IntentIs(History.intent(CAPTURED)));
        assertThat(history.callKind()).isEqualTo(CallKind.REFUND);
        history.refundIs(Refund.GIVE_UP, RefundState.SUCCEEDED);
        assertThat(history.replyTo("c")).isEqualTo(new PaymentCancelled("b1", "b1", 10_800));
        assertThat(history.replies()).doesNotHaveAnyElementsOfTypes(PaymentCaptured.class);
    }

    @Test
    void a_capture_that_was_refused_for_good_is_told() {
        history.prepared().sees(AUTHORIZED).captures("c");
        history.callEnds(new CallResult.Refused("charge_expired_for_capture", History.intent(CANCELLED)));
        assertThat(history.replyTo("c")).isInstanceOf(CaptureRefused.class);
    }

    @Test
    void a_payment_that_was_given_up_is_not_captured() {
        history.prepared().sees(AUTHORIZED).cancels("c", false).captures("d");
        assertThat(history.replyTo("d")).isEqualTo(new CaptureRefused("b1", "b1", "given_up"));
    }

    @Test
    void a_bank_that_has_not_decided_leaves_it_undecided() {
        history.prepared().sees(PROCESSING).cancels("c", true);
        assertThat(history.replyTo("c")).isInstanceOf(PaymentUndecided.class);
        history.sees(UNPAID);
        assertThat(history.callKind()).isEqualTo(CallKind.CANCEL);
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void a_cancellation_whose_outcome_is_unknown_is_undecided_then_settled(Doubt doubt) {
        history.prepared().cancels("c", true).callEnds(new CallResult.Unknown(doubt));
        assertThat(history.replyTo("c")).isInstanceOf(PaymentUndecided.class);
        history.callEnds(new CallResult.IntentIs(History.intent(CANCELLED)));
        assertThat(history.replies()).hasAtLeastOneElementOfType(PaymentCancelled.class);
        assertThat(history.status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void a_client_who_paid_while_it_was_being_given_up_keeps_his_payment() {
        history.prepared().cancels("c", true).callEnds(new CallResult.IntentIs(History.intent(AUTHORIZED)));
        assertThat(history.replyTo("c")).isInstanceOf(PaymentAuthorized.class);
        assertThat(history.callKind()).isNull();
    }

    @Test
    void an_observation_during_a_cancellation_waits_for_its_end() {
        history.prepared().cancels("c", true).sees(AUTHORIZED);
        assertThat(history.replies()).doesNotHaveAnyElementsOfTypes(PaymentAuthorized.class);
        history.callEnds(new CallResult.IntentIs(History.intent(CANCELLED)));
        assertThat(history.replyTo("c")).isInstanceOf(PaymentCancelled.class);
    }

    @Test
    void an_older_observation_takes_nothing_back() {
        history.prepared().sees(AUTHORIZED).sees(UNPAID);
        assertThat(history.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void each_declined_attempt_is_told_once() {
        history.prepared().declines("ch_1").declines("ch_1").declines("ch_2");
        assertThat(history.replies().stream().filter(PaymentFailed.class::isInstance))
                .hasSize(2);
    }

    @Test
    void a_coach_who_cannot_be_paid_makes_it_impossible() {
        history.authorizes("a").callEnds(new CallResult.Refused("coach_not_payable", null));
        assertThat(history.replyTo("a")).isEqualTo(new PaymentImpossible("b1", "b1", "coach_not_payable"));
        history.cancels("c", true);
        assertThat(history.replyTo("c")).isEqualTo(new PaymentCancelled("b1", "b1", 0));
    }

    @Test
    void refunds_wait_for_each_other_and_never_exceed_what_is_left() {
        history.prepared().sees(CAPTURED).gives("r", "r1", 10_000).gives("s", "r2", 801);
        assertThat(history.callKind()).isEqualTo(CallKind.REFUND);
        history.refundIs("r1", RefundState.PENDING);
        assertThat(history.replyTo("r")).isEqualTo(new PaymentRefunded("b1", "b1", "r1", 10_000, 10_000));
        assertThat(history.replyTo("s")).isEqualTo(new RefundFailed("b1", "b1", "r2", "exceeds_what_is_left", 10_000L));
    }

    @Test
    void a_refund_of_what_was_not_captured_releases_it() {
        history.prepared().sees(AUTHORIZED).gives("r", "r1", 5_000);
        assertThat(history.callKind()).isEqualTo(CallKind.CANCEL);
        history.callEnds(new CallResult.IntentIs(History.intent(CANCELLED)));
        assertThat(history.replyTo("r")).isEqualTo(new PaymentRefunded("b1", "b1", "r1", 0, 0));
    }

    @Test
    void a_new_key_is_used_only_when_the_last_had_no_effect() {
        history.prepared().sees(AUTHORIZED).captures("c");
        int n = Objects.requireNonNull(history.payment().work().call()).n();
        history.callEnds(new CallResult.Unknown(Doubt.NO_ANSWER));
        assertThat(Objects.requireNonNull(history.payment().work().call()).n()).isEqualTo(n);
        history.callEnds(new CallResult.NotDone(History.intent(AUTHORIZED)));
        assertThat(Objects.requireNonNull(history.payment().work().call()).n()).isEqualTo(n + 1);
    }

    @Test
    void money_that_moves_while_the_ledger_is_read_is_read_again() {
        history.prepared().sees(CAPTURED).bookTheLedger().gives("r", "r1", 1_000);
        history.refundIs("r1", RefundState.SUCCEEDED);
        Call reading = Objects.requireNonNull(history.payment().work().call());
        history.step(new PaymentInput.RefundSeen(history.fact("r1", RefundState.FAILED)));
        history.step(new PaymentInput.CallEnded(reading, new CallResult.LedgerPosted()));
        assertThat(history.callKind()).isEqualTo(CallKind.LEDGER);
        history.bookTheLedger();
        assertThat(history.callKind()).isNull();
    }

    @Test
    void a_refund_that_was_announced_and_fails_is_taken_back_and_one_that_was_not_is_not() {
        history.prepared().sees(CAPTURED).bookTheLedger().gives("r", "r1", 1_000);
        history.refundIs("r1", RefundState.PENDING);
        for (int again = 0; again < 2; again++) {
            history.step(new PaymentInput.RefundSeen(history.fact("r1", RefundState.FAILED)));
        }
        history.bookTheLedger().gives("s", "r2", 1_000);
        history.refundIs("r2", RefundState.FAILED);
        assertThat(history.replies())
                .filteredOn(PaymentRefundFailed.class::isInstance)
                .extracting(said -> ((PaymentRefundFailed) said).amount())
                .containsExactly(1_000L);
    }

    @Test
    void a_refund_that_is_first_seen_failed_goes_into_the_ledger() {
        history.prepared().sees(CAPTURED).bookTheLedger().gives("r", "r1", 1_000);
        history.refundIs("r1", RefundState.FAILED);
        assertThat(history.callKind()).isEqualTo(CallKind.LEDGER);
    }
}
