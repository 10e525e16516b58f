package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.CAPTURE_REFUSED;
import static org.coachbook.booking.process.Answers.FAILED;
import static org.coachbook.booking.process.Answers.IMPOSSIBLE;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.SLOT_CONFIRMED;
import static org.coachbook.booking.process.Answers.SLOT_LOST;
import static org.coachbook.booking.process.Answers.SLOT_REFUSED;
import static org.coachbook.contracts.availability.BookingMode.FIRM;
import static org.coachbook.contracts.availability.BookingMode.REQUEST;

import java.time.Duration;
import java.util.List;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.junit.jupiter.api.Test;

class BookingProcessTest {
    @Test
    void placing_asks_the_calendar_first_and_registers_the_release_before() {
        Scenario s = Scenario.placed(6000);
        ReserveSlot command = (ReserveSlot) s.sent.getFirst();
        assertThat(command.reservationId()).isEqualTo("b:1");
        assertThat(command.confirm()).isFalse();
        assertThat(command.expiresAt()).isEqualTo(Scenario.NOW.plus(Duration.ofMinutes(75)));
        assertThat(s.booking.progress().undos()).containsExactly(Undo.RELEASE_SLOT);
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.NOW.plusSeconds(10));
    }

    @Test
    void a_free_firm_booking_is_one_round_trip_and_one_event() {
        Scenario s = Scenario.placed(0).reserved(FIRM, PaymentTiming.IMMEDIATE, true);
        assertThat(((ReserveSlot) s.sent.getFirst()).confirm()).isTrue();
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.sentNames()).containsExactly("ReserveSlot", "BookingConfirmed");
        assertThat(s.booking.progress().payment().status()).isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void a_paid_firm_booking_is_authorised_then_confirmed_then_captured() {
        Scenario s = paidFirm().then(SLOT_CONFIRMED).then(CAPTURED);
        assertThat(s.sentNames())
                .containsExactly(
                        "ReserveSlot",
                        "AuthorizePayment",
                        "BookingPlaced",
                        "BookingPaymentRequired",
                        "ConfirmSlot",
                        "CapturePayment",
                        "BookingConfirmed");
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.booking.progress().undos()).containsExactly(Undo.RELEASE_SLOT);
    }

    @Test
    void the_payment_deadline_is_15_minutes_and_never_past_the_start() {
        AuthorizePayment usual =
                (AuthorizePayment) Scenario.placed(6000).reserved(FIRM).sent.get(1);
        assertThat(usual.deadline()).isEqualTo(Scenario.NOW.plus(Duration.ofMinutes(15)));
        AuthorizePayment late = (AuthorizePayment) Scenario.placed(6000, Scenario.NOW.plusSeconds(300))
                .reserved(FIRM)
                .sent
                .get(1);
        assertThat(late.deadline()).isEqualTo(Scenario.NOW.plusSeconds(300));
    }

    @Test
    void a_free_request_waits_for_the_coach_and_is_confirmed_by_his_acceptance() {
        Scenario s = Scenario.placed(0).reserved(REQUEST);
        assertThat(s.status()).isEqualTo(BookingStatus.REQUESTED);
        ExtendSlot extend = (ExtendSlot) s.sent.get(2);
        assertThat(extend.expiresAt()).isEqualTo(Scenario.NOW.plus(Duration.ofHours(49)));
        s.then(new Action.Accept("coach", null)).then(SLOT_CONFIRMED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(s.events()).containsExactly("booking.placed.v1", "booking.requested.v1", "booking.confirmed.v1");
    }

    @Test
    void payment_on_acceptance_is_asked_for_when_the_coach_has_accepted() {
        Scenario s = Scenario.placed(6000).reserved(REQUEST, PaymentTiming.ON_ACCEPTANCE, false);
        assertThat(s.sentNames()).doesNotContain("AuthorizePayment");
        s.then(new Action.Accept("coach", null));
        assertThat(s.status()).isEqualTo(BookingStatus.REQUESTED);
        s.then(PREPARED);
        assertThat(s.status()).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.NOW.plus(Duration.ofHours(24)));
        s.then(AUTHORIZED).then(SLOT_CONFIRMED).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void payment_on_acceptance_does_not_delay_a_firm_booking() {
        Scenario s = Scenario.placed(6000).reserved(FIRM, PaymentTiming.ON_ACCEPTANCE, false);
        assertThat(s.sentNames()).contains("AuthorizePayment");
    }

    @Test
    void a_refused_slot_ends_the_booking_in_silence() {
        Scenario s = Scenario.placed(6000).then(SLOT_REFUSED);
        assertThat(s.status()).isEqualTo(BookingStatus.REJECTED);
        assertThat(s.sentNames()).containsExactly("ReserveSlot");
        assertThat(s.booking.nextTimerAt()).isNull();
    }

    @Test
    void a_coach_who_cannot_be_paid_gets_his_time_back() {
        Scenario s = Scenario.placed(6000).reserved(FIRM).then(IMPOSSIBLE);
        assertThat(s.booking.progress().rejection()).isEqualTo(Rejection.of(RejectionReason.COACH_NOT_PAYABLE));
        assertThat(s.sentNames()).endsWith("ReleaseSlot", "BookingRejected").doesNotContain("CancelPayment");
    }

    @Test
    void a_failed_card_leaves_the_client_time_for_another_one() {
        Scenario s = Scenario.placed(6000).reserved(FIRM).then(PREPARED).then(FAILED);
        assertThat(s.step()).isEqualTo(Step.AWAIT_PAYMENT);
        assertThat(s.booking.progress().payment().declineCode()).isEqualTo("card_declined");
        assertThat(s.then(AUTHORIZED).step()).isEqualTo(Step.CONFIRM_SLOT);
    }

    @Test
    void a_lost_slot_gives_the_money_back_and_its_place_among_the_times_of_the_client() {
        Scenario s = paidFirm().then(SLOT_LOST);
        assertThat(s.status()).isEqualTo(BookingStatus.REJECTED);
        assertThat(s.sent).contains(new CancelPayment("b", "b", false));
        assertThat(s.booking.progress().owed()).containsExactly(Undo.RELEASE_SLOT, Undo.CANCEL_PAYMENT);
    }

    @Test
    void a_refused_capture_gives_the_slot_back() {
        Scenario s = paidFirm().then(SLOT_CONFIRMED).then(CAPTURE_REFUSED);
        assertThat(s.booking.progress().rejection()).isEqualTo(Rejection.of(RejectionReason.PAYMENT_REFUSED));
        assertThat(s.sentNames()).contains("ReleaseSlot").endsWith("BookingRejected");
    }

    @Test
    void the_same_reply_again_changes_nothing() {
        Scenario s = paidFirm();
        assertThat(s.then(AUTHORIZED).last).isEqualTo(new Decision.Stay());
    }

    @Test
    void an_unknown_step_is_refused_loudly() {
        Booking booking = Scenario.placed(0).booking;
        Progress p = booking.progress();
        Progress unknown = new Progress(
                p.status(),
                "teleport",
                9,
                p.stepSince(),
                p.slot(),
                p.payment(),
                null,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                0,
                null,
                null,
                List.of(),
                List.of(),
                0,
                1);
        Booking strange = new Booking("b", 1, booking.order(), unknown, null, null, List.of(), null);
        BookingProcess process = new BookingProcess(Deadlines.standard());
        assertThatThrownBy(() -> process.decide(strange, SLOT_LOST, Scenario.NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("teleport");
    }

    private static Scenario paidFirm() {
        return Scenario.placed(6000).reserved(FIRM).then(PREPARED).then(AUTHORIZED);
    }
}
