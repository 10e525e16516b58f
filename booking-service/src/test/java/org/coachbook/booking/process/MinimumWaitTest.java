package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CANCELLED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.CAPTURE_REFUSED;
import static org.coachbook.booking.process.Answers.GOING;
import static org.coachbook.booking.process.Answers.OFF;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.SEAT_WAITS;
import static org.coachbook.booking.process.Answers.SLOT_CONFIRMED;
import static org.coachbook.booking.process.Answers.SLOT_LOST;
import static org.coachbook.booking.process.Answers.SLOT_RELEASED;
import static org.coachbook.contracts.availability.BookingMode.FIRM;
import static org.coachbook.contracts.availability.BookingMode.REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.booking.BookingExpired;
import org.coachbook.contracts.booking.ExpiryReason;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinimumWaitTest {
    private static final Instant HEARD =
            Scenario.START.minus(Duration.ofDays(1)).plus(Deadlines.DECISION_HEARD);

    @Test
    void a_paid_seat_waits_and_is_captured_and_confirmed_when_enough_take_part() {
        Scenario s = waiting();
        assertThat(s.status()).isEqualTo(BookingStatus.PENDING_MINIMUM_ATTENDEES);
        assertThat(s.booking.progress().deadline()).isEqualTo(Scenario.START.minus(Duration.ofDays(1)));
        assertThat(s.sentNames()).endsWith("ConfirmSlot", "MinimumAttendeesAwaited");
        s.then(GOING);
        assertThat(s.sentNames()).endsWith("MinimumAttendeesReached", "CapturePayment");
        s.then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(s.booking.progress().deadline()).isNull();
        assertThat(s.sentNames()).endsWith("BookingConfirmed");
    }

    @Test
    void a_seat_gives_its_money_back_and_expires_when_too_few_take_part() {
        Scenario s = waiting();
        int sent = s.sent.size();
        s.then(OFF);
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sent.subList(sent, s.sent.size()))
                .as("the release frees its place among the times of the client")
                .hasSize(3)
                .startsWith(new ReleaseSlot("b:1", "b", "coach", Scenario.START), new CancelPayment("b", "b", false));
        assertThat(((BookingExpired) s.sent.getLast()).reason()).isEqualTo(ExpiryReason.MINIMUM_NOT_REACHED);
        assertThat(s.booking.progress().expiry()).isEqualTo(ExpiryReason.MINIMUM_NOT_REACHED);
    }

    @Test
    void a_seat_in_a_session_that_takes_place_anyway_is_confirmed_at_once() {
        Scenario s = paid(Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE), AUTHORIZED);
        s.then(SLOT_CONFIRMED).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.sentNames()).doesNotContain("MinimumAttendeesAwaited", "MinimumAttendeesReached");
    }

    @Test
    void a_free_seat_waits_and_has_no_money_to_take() {
        Scenario s = Scenario.placed(0).seated(FIRM, PaymentTiming.IMMEDIATE).then(SEAT_WAITS);
        assertThat(s.status()).isEqualTo(BookingStatus.PENDING_MINIMUM_ATTENDEES);
        assertThat(s.booking.nextTimerAt()).isEqualTo(HEARD);
        s.then(GOING);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(s.sentNames()).doesNotContain("CapturePayment");
    }

    @ParameterizedTest
    @EnumSource(PaymentTiming.class)
    void an_accepted_request_waits_like_any_paid_seat(PaymentTiming timing) {
        Scenario s = Scenario.placed(6000).seated(REQUEST, timing);
        if (timing == PaymentTiming.ON_ACCEPTANCE) {
            paid(s.then(new Action.Accept("coach", null)), AUTHORIZED);
        } else {
            paid(s, AUTHORIZED).then(new Action.Accept("coach", null));
        }
        s.then(SEAT_WAITS);
        assertThat(s.status()).isEqualTo(BookingStatus.PENDING_MINIMUM_ATTENDEES);
        s.then(GOING).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void a_request_that_the_coach_has_not_answered_expires_with_its_session() {
        Scenario s = paid(Scenario.placed(6000).seated(REQUEST, PaymentTiming.IMMEDIATE), AUTHORIZED);
        s.then(OFF);
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sentNames()).contains("ReleaseSlot", "CancelPayment");
    }

    @Test
    void a_client_who_leaves_meanwhile_gets_everything_back_and_his_seat_is_free() {
        Scenario s = waiting();
        var preview = CancellationPolicy.preview(s.booking, Party.CLIENT, s.now);
        assertThat(preview.refundPercent()).isEqualTo(100);
        s.then(new Action.Cancel("client", preview.refund(), null, null));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent)
                .contains(new ReleaseSlot("b:1", "b", "coach", Scenario.START), new CancelPayment("b", "b", false));
        int sent = s.sent.size();
        for (Reply late : List.of(GOING, OFF)) {
            s.then(late);
            assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        }
        assertThat(s.sent).hasSize(sent);
    }

    @Test
    void repeated_decisions_change_nothing() {
        Scenario s = waiting().then(GOING).then(CAPTURED);
        int sent = s.sent.size();
        s.then(GOING).then(OFF).then(SEAT_WAITS);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        Scenario off = waiting().then(OFF).then(CANCELLED);
        int sentByThen = off.sent.size();
        off.then(OFF).then(GOING).then(SLOT_LOST);
        assertThat(off.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sent).hasSize(sent);
        assertThat(off.sent).hasSize(sentByThen);
    }

    @Test
    void a_decision_that_overtakes_the_confirmation_counts() {
        Scenario s = paid(Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE), AUTHORIZED);
        s.then(GOING).then(SEAT_WAITS).then(CAPTURED);
        assertThat(s.status().isBooked()).isTrue();
    }

    @Test
    void an_operator_who_asks_again_hears_what_has_become_of_the_seat() {
        Scenario s = waiting().then(new Input.Resend());
        assertThat(s.sentNames()).endsWith("ConfirmSlot");
        s.then(SEAT_WAITS);
        assertThat(s.status()).isEqualTo(BookingStatus.PENDING_MINIMUM_ATTENDEES);
        s.then(SLOT_CONFIRMED).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void what_is_decided_later_than_an_authorisation_lives_is_charged_at_once_and_refunded_if_need_be() {
        Instant far = Scenario.NOW.plus(Duration.ofDays(30));
        Scenario s = Scenario.placed(6000, far).seated(FIRM, PaymentTiming.IMMEDIATE);
        AuthorizePayment asked = (AuthorizePayment) s.sent.get(1);
        assertThat(asked.captureAtOnce()).isTrue();
        s.then(PREPARED).then(CAPTURED).then(SEAT_WAITS);
        assertThat(s.booking.nextTimerAt()).isEqualTo(HEARD);
        assertThat(CancellationPolicy.preview(s.booking, Party.CLIENT, s.now).refund())
                .isEqualTo(6000);
        s.then(OFF);
        assertThat(s.sent).contains(new CancelPayment("b", "b", false));
    }

    @Test
    void what_is_decided_sooner_is_only_authorised() {
        AuthorizePayment asked = (AuthorizePayment)
                Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE).sent.get(1);
        assertThat(asked.captureAtOnce()).isFalse();
    }

    @Test
    void an_authorisation_that_lapses_before_the_decision_is_taken_while_it_lives() {
        Instant lapses = Scenario.NOW.plus(Duration.ofDays(2));
        Reply shortLived = new Reply.Authorized(new PaymentAuthorized("b", "b", lapses));
        Scenario s = paid(Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE), shortLived)
                .then(SEAT_WAITS);
        assertThat(s.booking.nextTimerAt()).isEqualTo(lapses.minus(Duration.ofHours(12)));
        s.timeOut();
        assertThat(s.sentNames()).endsWith("CapturePayment");
        assertThat(s.booking.nextTimerAt()).as("whatever becomes of it").isEqualTo(HEARD);
        s.then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.PENDING_MINIMUM_ATTENDEES);
        s.then(GOING);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(s.sentNames()).containsOnlyOnce("CapturePayment");
    }

    @Test
    void an_authorisation_that_lapses_in_hours_is_taken_at_once() {
        Reply shortLived =
                new Reply.Authorized(new PaymentAuthorized("b", "b", Scenario.NOW.plus(Duration.ofHours(6))));
        Scenario s = paid(Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE), shortLived)
                .then(SEAT_WAITS)
                .then(new Input.TimeOut());
        assertThat(s.sentNames()).endsWith("CapturePayment");
        assertThat(s.booking.nextTimerAt()).isEqualTo(HEARD);
    }

    @Test
    void a_decision_that_is_not_heard_of_is_asked_for_until_it_is() {
        Scenario s = waiting();
        int sent = s.sent.size();
        for (int i = 0; i < 3; i++) {
            s.timeOut();
            assertThat(s.now).isEqualTo(HEARD.plus(Deadlines.DECISION_HEARD.multipliedBy(i)));
            assertThat(s.sent).hasSize(++sent).endsWith(new ConfirmSlot("b:1", "b", "coach", Scenario.START));
            assertThat(s.booking.progress().outstanding())
                    .as("the operator sees it")
                    .isNotNull();
            s.then(SEAT_WAITS);
            assertThat(s.sent).as("still undecided").hasSize(sent);
        }
        s.then(SLOT_CONFIRMED).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void money_that_would_lapse_is_taken_also_while_the_decision_is_asked_for() {
        Instant lapses = HEARD.plus(Duration.ofHours(12)).plus(Duration.ofMinutes(1));
        Reply authorized = new Reply.Authorized(new PaymentAuthorized("b", "b", lapses));
        Scenario s = paid(Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE), authorized)
                .then(SEAT_WAITS);
        s.timeOut();
        assertThat(s.sentNames()).endsWith("ConfirmSlot");
        s.timeOut();
        assertThat(s.now).isEqualTo(HEARD.plus(Duration.ofMinutes(1)));
        assertThat(s.sentNames()).endsWith("CapturePayment", "ConfirmSlot");
        s.then(CAPTURED).timeOut();
        assertThat(s.sentNames()).containsOnlyOnce("CapturePayment");
    }

    @Test
    void a_decision_that_comes_while_the_money_is_being_taken_waits_for_it() {
        Scenario s = charging().then(GOING);
        assertThat(s.step()).isEqualTo(Step.CAPTURE);
        assertThat(s.sentNames()).endsWith("MinimumAttendeesReached", "CapturePayment");
        s.then(CAPTURED).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(s.sentNames()).containsOnlyOnce("BookingConfirmed");
    }

    @Test
    void a_client_who_leaves_while_the_money_is_being_taken_gets_it_back_when_it_comes() {
        Scenario s = charging();
        long refund = CancellationPolicy.preview(s.booking, Party.CLIENT, s.now).refund();
        s.then(new Action.Cancel("client", refund, null, null));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent).contains(new CancelPayment("b", "b", false));
        s.then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent).endsWith(new CancelPayment("b", "b", false));
        assertThat(s.booking.progress().history().getLast().action()).isEqualTo("return_late_payment");
        assertThat(s.booking.progress().owed()).contains(Undo.CANCEL_PAYMENT);
    }

    /** One whose authorisation lapses before the decision, so that it is being taken. */
    private static Scenario charging() {
        Instant lapses = Scenario.NOW.plus(Duration.ofDays(2));
        Reply shortLived = new Reply.Authorized(new PaymentAuthorized("b", "b", lapses));
        return paid(Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE), shortLived)
                .then(SEAT_WAITS)
                .timeOut();
    }

    @Test
    void a_seat_whose_money_cannot_be_taken_is_given_back() {
        Scenario s = waiting().then(CAPTURE_REFUSED);
        assertThat(s.booking.progress().rejection()).isEqualTo(Rejection.of(RejectionReason.PAYMENT_REFUSED));
        assertThat(s.sentNames()).contains("ReleaseSlot");
        s.then(SLOT_RELEASED);
        assertThat(s.booking.progress().owed()).doesNotContain(Undo.RELEASE_SLOT);
    }

    private static Scenario waiting() {
        return paid(Scenario.placed(6000).seated(FIRM, PaymentTiming.IMMEDIATE), AUTHORIZED)
                .then(SEAT_WAITS);
    }

    private static Scenario paid(Scenario s, Reply paid) {
        return s.then(PREPARED).then(paid);
    }
}
