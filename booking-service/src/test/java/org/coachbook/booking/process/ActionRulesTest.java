package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.SLOT_CONFIRMED;
import static org.coachbook.contracts.availability.BookingMode.FIRM;
import static org.coachbook.contracts.availability.BookingMode.REQUEST;

import java.time.Duration;
import java.time.Instant;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.RefundPayment;
import org.junit.jupiter.api.Test;

class ActionRulesTest {
    private static final Instant END = Scenario.START.plus(Duration.ofHours(1));

    @Test
    void a_stranger_may_not_know_of_the_booking() {
        assertThat(requested().then(new Action.Accept("somebody", null)).last)
                .isEqualTo(new Decision.Refuse(new Refusal.Stranger()));
    }

    @Test
    void a_client_cannot_accept_his_own_request() {
        assertThat(requested().then(new Action.Accept("client", null)).last)
                .isEqualTo(new Decision.Refuse(new Refusal.NotTheirs(Party.COACH)));
    }

    @Test
    void accepting_twice_is_accepting_once() {
        Scenario s = requested().then(new Action.Accept("coach", null));
        int sent = s.sent.size();
        assertThat(s.then(new Action.Accept("coach", null)).last).isEqualTo(new Decision.Stay());
        assertThat(s.sent).hasSize(sent);
    }

    @Test
    void only_a_request_can_be_accepted() {
        assertThat(booked().then(new Action.Accept("coach", null)).last)
                .isEqualTo(new Decision.Refuse(new Refusal.IllegalTransition(BookingStatus.FIRM_BOOKED)));
    }

    @Test
    void declining_gives_everything_back() {
        Scenario s = requested().then(new Action.Decline("coach", "sorry"));
        assertThat(s.status()).isEqualTo(BookingStatus.DECLINED);
        assertThat(s.sentNames()).contains("ReleaseSlot");
        assertThat(s.sent).contains(new CancelPayment("b", "b", false));
        assertThat(s.booking.progress().history().getLast().note()).isEqualTo("sorry");
    }

    @Test
    void a_cancel_while_a_command_is_out_is_done_after_its_reply_and_before_the_next_command() {
        Scenario s = Scenario.placed(6000).reserved(FIRM).then(PREPARED).then(AUTHORIZED);
        s.then(new Action.Cancel("client", 0, null, "changed my mind"));
        assertThat(s.status()).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(s.booking.progress().wish()).isNotNull();
        s.then(SLOT_CONFIRMED);
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sentNames()).doesNotContain("CapturePayment").contains("ReleaseSlot", "CancelPayment");
    }

    @Test
    void a_second_wish_of_another_kind_has_to_wait() {
        Scenario s = requested().then(new Action.Accept("coach", null)).then(new Action.Decline("coach", null));
        assertThat(s.then(new Action.Decline("coach", null)).last).isEqualTo(new Decision.Stay());
        assertThat(s.then(new Action.Cancel("client", 0, null, null)).last)
                .isEqualTo(new Decision.Refuse(new Refusal.RequestInProgress()));
        assertThat(s.then(SLOT_CONFIRMED).status()).isEqualTo(BookingStatus.DECLINED);
    }

    @Test
    void a_cancel_while_the_money_is_taken_gives_all_of_it_back() {
        Scenario s = Scenario.placed(6000)
                .reserved(FIRM)
                .then(PREPARED)
                .then(AUTHORIZED)
                .then(SLOT_CONFIRMED);
        s.then(new Action.Cancel("client", 0, null, null)).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent.getLast().getClass().getSimpleName()).isEqualTo("BookingCancelled");
        assertThat(s.sent).contains(new CancelPayment("b", "b", false));
    }

    @Test
    void a_client_who_cancels_30_hours_before_gets_half_of_the_price_back() {
        Scenario s = booked().at(Scenario.START.minus(Duration.ofHours(30)));
        s.then(new Action.Cancel("client", 6000, null, null));
        Refusal.RefundChanged changed = (Refusal.RefundChanged) ((Decision.Refuse) s.last).refusal();
        assertThat(changed.preview().refund()).isEqualTo(3000);
        s.then(new Action.Cancel("client", 3000, null, null));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent).contains(new RefundPayment("b", "b", "b:r1", 3000, "cancelled_by_client"));
        assertThat(s.then(new Action.Cancel("client", 3000, null, null)).last).isEqualTo(new Decision.Stay());
    }

    @Test
    void a_coach_who_cancels_gives_everything_back() {
        Scenario s = booked().at(Scenario.START.minusSeconds(1)).then(new Action.Cancel("coach", 6000, null, null));
        assertThat(s.sent).contains(new RefundPayment("b", "b", "b:r1", 6000, "cancelled_by_coach"));
    }

    @Test
    void nobody_cancels_a_session_that_has_started() {
        Scenario s = booked().at(Scenario.START).then(new Action.Cancel("coach", 6000, null, null));
        assertThat(((Decision.Refuse) s.last).refusal()).isInstanceOf(Refusal.OutOfTime.class);
    }

    @Test
    void the_coach_says_who_came_from_the_end_until_7_days_after() {
        Scenario s = booked().at(END.minusSeconds(1)).then(new Action.NoShow("coach"));
        assertThat(((Decision.Refuse) s.last).refusal()).isInstanceOf(Refusal.OutOfTime.class);
        s.at(END).then(new Action.NoShow("coach"));
        assertThat(s.status()).isEqualTo(BookingStatus.NO_SHOW);
        s.at(END.plus(Duration.ofDays(7))).then(new Action.Complete("coach"));
        assertThat(s.status()).isEqualTo(BookingStatus.COMPLETED);
        s.at(END.plus(Duration.ofDays(7)).plusSeconds(1)).then(new Action.NoShow("coach"));
        assertThat(((Decision.Refuse) s.last).refusal()).isInstanceOf(Refusal.OutOfTime.class);
    }

    @Test
    void an_operator_ends_a_booked_session_with_everything_given_back() {
        Scenario s = booked().then(new Input.Compensate());
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_COACH);
        assertThat(s.sent).contains(new RefundPayment("b", "b", "b:r1", 6000, "cancelled_by_coach"));
    }

    private static Scenario booked() {
        Scenario s = Scenario.placed(6000).reserved(FIRM).then(PREPARED);
        return s.then(AUTHORIZED).then(SLOT_CONFIRMED).then(CAPTURED);
    }

    private static Scenario requested() {
        return Scenario.placed(6000).reserved(REQUEST).then(PREPARED).then(AUTHORIZED);
    }
}
