package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CANCELLED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.REFUNDED;
import static org.coachbook.booking.process.Answers.REFUND_FAILED;
import static org.coachbook.booking.process.Answers.SLOT_CONFIRMED;
import static org.coachbook.booking.process.Answers.SLOT_REFUSED;
import static org.coachbook.booking.process.Answers.SLOT_RELEASED;
import static org.coachbook.contracts.availability.BookingMode.FIRM;

import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.RefundPayment;
import org.coachbook.contracts.payment.reply.PaymentRefunded;
import org.junit.jupiter.api.Test;

class LateRepliesTest {
    @Test
    void a_slot_reserved_after_the_booking_expired_is_released() {
        Scenario s = Scenario.placed(6000).timeOut().then(SLOT_RELEASED).reserved(FIRM);
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sentNames()).endsWith("ReleaseSlot");
        assertThat(s.booking.progress().owed()).containsExactly(Undo.RELEASE_SLOT);
    }

    @Test
    void a_time_that_a_repeat_of_the_refused_command_got_is_released() {
        for (boolean confirmed : java.util.List.of(false, true)) {
            Scenario s = Scenario.placed(0).then(SLOT_REFUSED).reserved(FIRM, PaymentTiming.IMMEDIATE, confirmed);
            assertThat(s.status()).isEqualTo(BookingStatus.REJECTED);
            assertThat(s.sentNames()).endsWith("ReleaseSlot");
            assertThat(s.booking.progress().owed()).containsExactly(Undo.RELEASE_SLOT);
        }
    }

    @Test
    void money_that_comes_after_the_booking_expired_goes_back_and_the_history_says_so() {
        for (Reply late : java.util.List.of(AUTHORIZED, CAPTURED)) {
            Scenario s = expiredUnpaid().then(late);
            assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
            assertThat(s.sent.getLast()).isEqualTo(new CancelPayment("b", "b", false));
            assertThat(s.booking.progress().history().getLast().action()).isEqualTo("return_late_payment");
        }
    }

    @Test
    void a_late_repeat_of_a_capture_that_was_refunded_by_the_policy_takes_nothing_more_back() {
        Scenario s = Scenario.placed(6000).reserved(FIRM).then(PREPARED).then(AUTHORIZED);
        s.then(SLOT_CONFIRMED).then(CAPTURED).then(new Action.Cancel("client", 6000, null, null));
        int sent = s.sent.size();
        s.then(CAPTURED);
        assertThat(s.sent).hasSize(sent);
    }

    @Test
    void what_is_owed_is_forgotten_when_it_is_answered() {
        Scenario s = Scenario.placed(6000).reserved(FIRM).then(PREPARED);
        s.then(new Action.Cancel("client", 0, null, null));
        assertThat(s.booking.progress().owed()).containsExactly(Undo.RELEASE_SLOT, Undo.CANCEL_PAYMENT);
        s.then(SLOT_RELEASED).then(CANCELLED);
        assertThat(s.booking.progress().owed()).isEmpty();
        assertThat(s.booking.progress().payment().status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void a_refund_shows_in_the_payment_and_a_failed_one_stays_owed() {
        Scenario s = Scenario.placed(6000).reserved(FIRM).then(PREPARED).then(AUTHORIZED);
        s.then(SLOT_CONFIRMED).then(CAPTURED).then(new Action.Cancel("coach", 6000, null, null));
        s.then(REFUND_FAILED);
        assertThat(s.booking.progress().payment().status()).isEqualTo(PaymentStatus.REFUND_FAILED);
        assertThat(s.booking.progress().owed()).contains(Undo.REFUND_PAYMENT);
        s.then(REFUNDED);
        assertThat(s.booking.progress().payment().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(s.booking.progress().owed()).doesNotContain(Undo.REFUND_PAYMENT);
    }

    @Test
    void a_refund_that_does_not_arrive_is_taken_out_of_what_went_back() {
        Scenario s = booked().then(new Action.Cancel("coach", 6000, null, null)).then(REFUNDED);
        for (int again = 0; again < 2; again++) {
            s.then(REFUND_FAILED);
            assertThat(s.booking.progress().payment().status()).isEqualTo(PaymentStatus.REFUND_FAILED);
            assertThat(s.booking.progress().payment().refunded()).isZero();
        }
    }

    @Test
    void a_refund_made_at_stripe_lowers_what_a_cancellation_gives_back() {
        Scenario s = booked().then(refundedAtStripe(2000)).then(refundedAtStripe(2000));
        assertThat(s.booking.progress().payment().status()).isEqualTo(PaymentStatus.PARTIAL_REFUND);
        s.then(new Action.Cancel("coach", 4000, null, null));
        assertThat(s.sent).contains(new RefundPayment("b", "b", "b:r1", 4000, "cancelled_by_coach"));
    }

    @Test
    void a_refund_made_at_stripe_is_not_taken_for_the_one_that_is_owed_unless_that_has_failed() {
        Scenario s = booked().then(new Action.Cancel("coach", 6000, null, null)).then(refundedAtStripe(2000));
        assertThat(s.booking.progress().owed()).contains(Undo.REFUND_PAYMENT);
        s.then(REFUND_FAILED).then(refundedAtStripe(6000));
        assertThat(s.booking.progress().owed()).doesNotContain(Undo.REFUND_PAYMENT);
    }

    private static Scenario booked() {
        return Scenario.placed(6000)
                .reserved(FIRM)
                .then(PREPARED)
                .then(AUTHORIZED)
                .then(SLOT_CONFIRMED)
                .then(CAPTURED);
    }

    private static Reply refundedAtStripe(long inAll) {
        return new Reply.Refunded(new PaymentRefunded("b", "b", "re_9", 2000, inAll));
    }

    private static Scenario expiredUnpaid() {
        return Scenario.placed(6000).reserved(FIRM).then(PREPARED).timeOut().then(CANCELLED);
    }
}
