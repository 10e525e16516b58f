package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.coachbook.contracts.payment.PaymentPurpose;
import org.coachbook.contracts.payment.event.DisputeClosed;
import org.coachbook.contracts.payment.event.PaymentCancelled;
import org.coachbook.contracts.payment.event.PaymentCompleted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePaymentTest {
    private final History history = new History().authorizes("a", PaymentPurpose.PACKAGE);

    @Test
    void it_is_followed_by_events_alone() {
        history.callEnds(new CallResult.IntentIs(History.intent(IntentState.UNPAID)))
                .sees(IntentState.CAPTURED);
        assertThat(history.replies()).singleElement().isInstanceOfSatisfying(PaymentCompleted.class, paid -> assertThat(
                        paid.purpose())
                .isEqualTo(PaymentPurpose.PACKAGE));
    }

    @ParameterizedTest
    @CsvSource({"won, false", "warning_closed, false", "lost, true"})
    void everybody_learns_once_who_has_the_money_when_a_dispute_is_over(String status, boolean lost) {
        history.callEnds(new CallResult.IntentIs(History.intent(IntentState.UNPAID)))
                .sees(IntentState.CAPTURED)
                .disputeIs("under_review")
                .disputeIs(status)
                .disputeIs(status);
        assertThat(history.replies())
                .filteredOn(DisputeClosed.class::isInstance)
                .containsExactly(
                        new DisputeClosed("b1", "b1", "coach", History.AMOUNT, "CHF", PaymentPurpose.PACKAGE, lost));
    }

    @Test
    void a_repeated_command_is_not_answered() {
        history.callEnds(new CallResult.IntentIs(History.intent(IntentState.UNPAID)))
                .authorizes("a", PaymentPurpose.PACKAGE);
        assertThat(history.replies()).isEmpty();
    }

    @Test
    void everybody_learns_that_nothing_will_be_taken_when_none_can() {
        history.callEnds(new CallResult.Refused("coach_not_payable", null));
        assertThat(history.replies()).singleElement().isInstanceOfSatisfying(PaymentCancelled.class, end -> assertThat(
                        end.impossible())
                .isEqualTo("coach_not_payable"));
    }

    @Test
    void an_order_that_comes_after_its_end_is_told_that_it_has_ended() {
        History late = new History().cancels("c", true).authorizes("a", PaymentPurpose.PACKAGE);
        assertThat(late.last().messages())
                .singleElement()
                .isInstanceOfSatisfying(
                        Outgoing.Say.class, said -> assertThat(said.payload()).isInstanceOf(PaymentCancelled.class));
    }

    @Test
    void what_is_paid_at_the_last_moment_is_taken() {
        history.callEnds(new CallResult.IntentIs(History.intent(IntentState.UNPAID)))
                .cancels("c", true)
                .callEnds(new CallResult.IntentIs(History.intent(IntentState.CAPTURED)));
        assertThat(history.replies()).singleElement().isInstanceOf(PaymentCompleted.class);
    }
}
