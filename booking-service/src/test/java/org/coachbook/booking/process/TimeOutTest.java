package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CANCELLED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.SLOT_CONFIRMED;
import static org.coachbook.booking.process.Answers.UNDECIDED;
import static org.coachbook.contracts.availability.BookingMode.FIRM;
import static org.coachbook.contracts.availability.BookingMode.REQUEST;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.junit.jupiter.api.Test;

class TimeOutTest {
    @Test
    void a_timer_that_is_not_due_does_nothing() {
        Scenario s = Scenario.placed(0).at(Scenario.NOW.plusSeconds(9)).then(new Input.TimeOut());
        assertThat(s.last).isEqualTo(new Decision.Stay());
    }

    @Test
    void a_calendar_that_does_not_answer_within_10_seconds_ends_the_booking_and_frees_the_time() {
        Scenario s = Scenario.placed(0).timeOut();
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sentNames()).containsExactly("ReserveSlot", "ReleaseSlot");
    }

    @Test
    void an_unpaid_booking_is_settled_before_its_slot_is_released() {
        Scenario s = awaitingPayment().timeOut();
        assertThat(s.step()).isEqualTo(Step.SETTLE_PAYMENT);
        assertThat(s.sent.getLast()).isEqualTo(new CancelPayment("b", "b", true));
        assertThat(s.sentNames()).doesNotContain("ReleaseSlot");
        s.then(CANCELLED);
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sentNames()).endsWith("ReleaseSlot", "BookingExpired");
    }

    @Test
    void a_payment_that_made_it_just_before_the_deadline_wins() {
        Scenario s = awaitingPayment()
                .timeOut()
                .then(AUTHORIZED)
                .then(SLOT_CONFIRMED)
                .then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
    }

    @Test
    void an_undecided_payment_is_asked_for_again_and_its_slot_stays() {
        Scenario s = awaitingPayment().timeOut().then(UNDECIDED).timeOut();
        assertThat(s.step()).isEqualTo(Step.SETTLE_PAYMENT);
        ExtendSlot extend = (ExtendSlot) s.sent.getLast();
        assertThat(extend.expiresAt()).isEqualTo(s.now.plus(Duration.ofHours(2)));
        assertThat(s.sentNames()).doesNotContain("ReleaseSlot");
    }

    @Test
    void the_calendar_is_told_when_a_request_is_with_its_coach() {
        Scenario s = Scenario.placed(6000).reserved(REQUEST).then(PREPARED);
        s.timeOut().then(UNDECIDED).timeOut();
        assertThat(((ExtendSlot) s.sent.getLast()).withCoach()).isFalse();
        s.then(AUTHORIZED);
        assertThat(s.sent)
                .filteredOn(ExtendSlot.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        ExtendSlot.class, last -> assertThat(last.withCoach()).isTrue());
    }

    @Test
    void a_request_without_an_answer_expires_and_its_money_is_released() {
        Scenario s = requested(Scenario.NOW.plus(Duration.ofDays(7))).timeOut();
        assertThat(s.now).isEqualTo(Scenario.NOW.plus(Duration.ofHours(48)));
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sent).contains(new CancelPayment("b", "b", false));
        assertThat(s.events()).endsWith("booking.expired.v1");
    }

    @Test
    void the_coach_decides_12_hours_before_the_authorisation_lapses_at_the_latest() {
        Scenario s = requested(Scenario.NOW.plus(Duration.ofHours(30)));
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.NOW.plus(Duration.ofHours(18)));
    }

    @Test
    void the_coach_decides_before_the_start() {
        Instant start = Scenario.NOW.plus(Duration.ofHours(5));
        Scenario s = Scenario.placed(0, start).reserved(REQUEST);
        assertThat(s.booking.nextTimerAt()).isEqualTo(start);
    }

    @Test
    void a_session_completes_by_itself_at_its_end() {
        Scenario s = booked().timeOut();
        assertThat(s.now).isEqualTo(Scenario.START.plus(Duration.ofHours(1)));
        assertThat(s.status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(s.events()).endsWith("booking.completed.v1");
        assertThat(s.booking.nextTimerAt()).isNull();
    }

    @Test
    void a_capture_undecided_near_its_end_is_settled() {
        Scenario s = awaitingPayment().then(AUTHORIZED).then(SLOT_CONFIRMED).then(UNDECIDED);
        assertThat(s.step()).isEqualTo(Step.CAPTURE);
        s.timeOut();
        assertThat(s.now).isEqualTo(Scenario.NOW.plus(Duration.ofDays(7)).minus(Duration.ofHours(1)));
        assertThat(s.step()).isEqualTo(Step.SETTLE_PAYMENT);
        s.then(AUTHORIZED);
        assertThat(s.step()).isEqualTo(Step.CONFIRM_SLOT);
    }

    private static Scenario awaitingPayment() {
        return Scenario.placed(6000).reserved(FIRM).then(PREPARED);
    }

    private static Scenario booked() {
        return awaitingPayment().then(AUTHORIZED).then(SLOT_CONFIRMED).then(CAPTURED);
    }

    private static Scenario requested(Instant captureBefore) {
        return Scenario.placed(6000)
                .reserved(REQUEST)
                .then(PREPARED)
                .then(new Reply.Authorized(new PaymentAuthorized("b", "b", captureBefore)));
    }
}
