package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.SLOT_CONFIRMED;
import static org.coachbook.booking.process.Answers.SLOT_RELEASED;
import static org.coachbook.contracts.availability.BookingMode.FIRM;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.booking.cancellation.CancellationPreview;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.booking.BookingRescheduled;
import org.coachbook.contracts.booking.RescheduleDeclineReason;
import org.coachbook.contracts.booking.RescheduleDeclined;
import org.coachbook.contracts.payment.RefundPayment;
import org.coachbook.contracts.pricing.DiscountKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReschedulingTest {
    private static final Instant LATER = Scenario.START.plus(Duration.ofDays(2));
    private static final TodaysPrice SAME = new TodaysPrice("CHF", 6000, 6000, 6000);

    @Test
    void a_client_moves_his_session_and_it_takes_place_at_the_new_time() {
        Scenario s = booked().then(move(LATER));
        assertThat(s.step()).isEqualTo(Step.MOVE_SLOT);
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.sent.getLast())
                .isEqualTo(new MoveSlot("b:2", "b", "coach", "client", "type", "b:1", Scenario.START, LATER, 60, true));
        s.then(Answers.moved(asked(s)));
        assertThat(s.status()).isEqualTo(BookingStatus.RESCHEDULED);
        assertThat(s.booking.reservationId()).isEqualTo("b:2");
        assertThat(s.booking.progress().slot().start()).isEqualTo(LATER);
        assertThat(s.booking.nextTimerAt()).isEqualTo(LATER.plus(Duration.ofHours(1)));
        Instant end = LATER.plus(Duration.ofHours(1));
        assertThat(s.sent.getLast())
                .isEqualTo(new BookingRescheduled("b", "coach", "ref", "type", LATER, end, "rescheduled", 4));
        HistoryEntry last = s.booking.progress().history().getLast();
        assertThat(last.by()).isEqualTo(Party.CLIENT);
        assertThat(last.note()).isEqualTo(Scenario.START + " -> " + LATER);
        assertThat(s.timeOut().status()).isEqualTo(BookingStatus.COMPLETED);
    }

    @Test
    void a_moved_session_can_be_moved_again_and_back() {
        Scenario s = booked().then(move(LATER));
        s.then(Answers.moved(asked(s))).then(move(Scenario.START));
        assertThat(asked(s).reservationId()).isEqualTo("b:3");
        assertThat(asked(s).movedReservationId()).isEqualTo("b:2");
        s.then(Answers.moved(asked(s)));
        assertThat(s.booking.progress().slot().start()).isEqualTo(Scenario.START);
        assertThat(s.status()).isEqualTo(BookingStatus.RESCHEDULED);
    }

    @Test
    void a_refused_move_leaves_everything_as_it_was_and_is_told_with_the_nearest_times() {
        Scenario s = booked().then(move(LATER)).then(Answers.refused("b:2", RefusalReason.OVERLAPS));
        assertThat(s.step()).isEqualTo(Step.AWAIT_SESSION);
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.booking.reservationId()).isEqualTo("b:1");
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.START.plus(Duration.ofHours(1)));
        assertThat(s.sent.getLast())
                .as("no late repeat of the command may take it")
                .isEqualTo(new ReleaseSlot("b:2", "b", "coach", LATER));
        assertThat(proposal(s).refused()).containsExactly(new Proposal.Refused(LATER, RefusalReason.OVERLAPS));
        assertThat(proposal(s).nearest()).isEqualTo(Answers.NEAREST);
        s.then(move(LATER));
        assertThat(asked(s).reservationId()).as("another attempt").isEqualTo("b:3");
    }

    @Test
    void without_an_answer_the_calendar_is_asked_again_and_nothing_is_guessed() {
        Scenario s = booked().then(move(LATER));
        MoveSlot first = asked(s);
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.NOW.plus(Duration.ofSeconds(10)));
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant asked = s.now;
            pauses.add(Duration.between(asked, s.booking.nextTimerAt()));
            s.timeOut();
        }
        assertThat(pauses.stream().map(Duration::toSeconds))
                .as("less and less often")
                .containsExactly(10L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
        assertThat(s.booking.progress().stepSince()).as("its age").isEqualTo(Scenario.NOW);
        assertThat(s.sent).endsWith(first, first, first);
        assertThat(s.step()).isEqualTo(Step.MOVE_SLOT);
        s.then(Answers.moved(first));
        assertThat(s.then(Answers.moved(first)).last)
                .as("the answer to the repeat")
                .isEqualTo(new Decision.Stay());
    }

    @Test
    void what_the_coach_would_have_to_accept_becomes_a_proposal_to_him() {
        Scenario s = booked().then(move(LATER)).then(Answers.refused("b:2", RefusalReason.NEEDS_ACCEPTANCE));
        assertThat(s.step()).isEqualTo(Step.PROPOSE_TIMES);
        OfferAlternatives offer = offer(s);
        assertThat(offer.alternatives()).singleElement().satisfies(time -> {
            assertThat(time.reservationId()).isEqualTo("b:3");
            assertThat(time.start()).isEqualTo(LATER);
        });
        assertThat(offer.releasedReservationId()).as("the booked time is kept").isNull();
        s.then(Answers.held(offer));
        assertThat(s.booking.progress().proposed().map(Proposal::by)).contains(Party.CLIENT);
        assertThat(s.events()).endsWith("booking.reschedule-proposed.v1");
    }

    @Test
    void a_dearer_time_is_refused_and_can_be_proposed() {
        Scenario s = booked();
        assertThat(refusal(s.then(move(LATER, new TodaysPrice("CHF", 6001, 6001, 6001)))))
                .isEqualTo(new Refusal.PriceDiffers(6000, "CHF", 6001, "CHF"));
        assertThat(refusal(s.then(move(LATER, new TodaysPrice("EUR", 1, 1, 1)))))
                .isEqualTo(new Refusal.PriceDiffers(6000, "CHF", 1, "EUR"));
        assertThat(refusal(s.then(move(LATER, null)))).isEqualTo(new Refusal.PriceUnknown());
        s.then(new Action.Reschedule("client", LATER, true, null, null));
        assertThat(s.step()).isEqualTo(Step.PROPOSE_TIMES);
    }

    @Test
    void what_a_code_took_off_is_not_missed_but_what_else_was_less_is() {
        Scenario s = booked(Scenario.placedRedeeming(DiscountKind.PROMOTION));
        assertThat(refusal(s.then(move(LATER, new TodaysPrice("CHF", 12_000, 12_000, 12_000)))))
                .isEqualTo(new Refusal.PriceDiffers(10_800, "CHF", 12_000, "CHF"));
        assertThat(s.then(move(LATER, new TodaysPrice("CHF", 12_000, 10_800, 11_700)))
                        .step())
                .as("without the code and the VAT on top")
                .isEqualTo(Step.MOVE_SLOT);
    }

    @Test
    void what_a_credit_has_paid_is_compared_before_discounts() {
        Scenario s = Scenario.placedRedeeming(DiscountKind.PACKAGE)
                .reserved(FIRM)
                .then(Answers.REDEEMED)
                .then(SLOT_CONFIRMED);
        assertThat(refusal(s.then(move(LATER, new TodaysPrice("CHF", 12_001, 9_000, 9_000)))))
                .isEqualTo(new Refusal.PriceDiffers(12_000, "CHF", 12_001, "CHF"));
        assertThat(s.then(move(LATER, new TodaysPrice("CHF", 12_000, 12_000, 12_000)))
                        .step())
                .isEqualTo(Step.MOVE_SLOT);
    }

    @Test
    void after_the_cancellation_deadline_the_clients_move_is_a_proposal_to_the_coach() {
        Scenario s = booked().at(Scenario.START.minus(Duration.ofHours(24)));
        s.then(move(LATER, null));
        assertThat(s.step()).isEqualTo(Step.PROPOSE_TIMES);
        s.then(Answers.held(offer(s)));
        assertThat(s.booking.progress().proposed().map(Proposal::by)).contains(Party.CLIENT);

        Scenario started = booked().at(Scenario.START);
        assertThat(refusal(started.then(new Action.Reschedule("coach", LATER, true, null, null))))
                .isInstanceOf(Refusal.OutOfTime.class);
    }

    @Test
    void the_coach_cannot_take_what_the_client_has_moved_by_himself() {
        Scenario s = booked().then(move(LATER));
        s.then(Answers.moved(asked(s)));
        assertThat(refusal(s.then(new Action.TakeSuggestion("coach", 0, null)))).isInstanceOf(Refusal.OutOfTime.class);
    }

    @Test
    void both_hear_of_a_refused_move_when_the_answer_comes_later_than_people_wait_for_it() {
        Reply refused = Answers.refused("b:2", RefusalReason.OVERLAPS);
        assertThat(booked().then(move(LATER)).then(refused).events()).endsWith("booking.confirmed.v1");
        Scenario late =
                booked().then(move(LATER)).at(Scenario.NOW.plusSeconds(3)).then(refused);
        assertThat(late.sent.getLast())
                .isEqualTo(new RescheduleDeclined(
                        "b",
                        "coach",
                        "ref",
                        "type",
                        Scenario.START,
                        Scenario.START.plus(Duration.ofHours(1)),
                        "firm_booked",
                        4,
                        RescheduleDeclineReason.REFUSED));
        Scenario asking = booked().then(move(LATER))
                .at(Scenario.NOW.plusSeconds(3))
                .then(Answers.refused("b:2", RefusalReason.NEEDS_ACCEPTANCE));
        asking.then(Answers.notHeld(offer(asking)));
        assertThat(asking.events()).as("since the client asked").endsWith("booking.reschedule-declined.v1");
    }

    @Test
    void a_move_without_an_answer_when_the_session_begins_is_given_up_whatever_the_answer_is() {
        Scenario s = booked().then(move(LATER));
        MoveSlot move = asked(s);
        s.at(Scenario.START.minusSeconds(1)).then(new Input.TimeOut());
        assertThat(s.booking.nextTimerAt()).as("no later than the session").isEqualTo(Scenario.START);
        s.timeOut();
        assertThat(s.sent)
                .endsWith(
                        move,
                        new ReleaseSlot("b:2", "b", "coach", LATER),
                        new RescheduleDeclined(
                                "b",
                                "coach",
                                "ref",
                                "type",
                                Scenario.START,
                                Scenario.START.plus(Duration.ofHours(1)),
                                "firm_booked",
                                4,
                                RescheduleDeclineReason.REFUSED));
        assertThat(s.then(Answers.moved(move)).last)
                .as("undone by the release behind it")
                .isEqualTo(new Decision.Stay());
        assertThat(s.booking.progress().slot().start()).isEqualTo(Scenario.START);
        assertThat(s.timeOut().status()).isEqualTo(BookingStatus.COMPLETED);
    }

    @Test
    void what_is_answered_before_it_is_given_up_is_the_truth() {
        Scenario s = booked().then(move(LATER)).at(Scenario.START.plusSeconds(1));
        assertThat(s.then(Answers.moved(asked(s))).status()).isEqualTo(BookingStatus.RESCHEDULED);
        Scenario refused = booked().then(move(LATER)).at(Scenario.START.plusSeconds(1));
        refused.then(Answers.refused("b:2", RefusalReason.NEEDS_ACCEPTANCE));
        assertThat(refused.step()).as("nothing to propose any more").isEqualTo(Step.AWAIT_SESSION);
    }

    @Test
    void a_cancel_that_waits_for_the_answer_is_done_when_the_session_begins() {
        Scenario s = booked().then(move(LATER)).then(new Action.Cancel("client", 6000, null, null));
        s.at(Scenario.START).then(new Input.TimeOut());
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent)
                .containsSubsequence(
                        new ReleaseSlot("b:2", "b", "coach", LATER),
                        new ReleaseSlot("b:1", "b", "coach", Scenario.START));
    }

    @Test
    void the_same_move_again_changes_nothing_and_another_one_has_to_wait() {
        Scenario s = booked().then(move(LATER));
        assertThat(s.then(move(LATER)).last).isEqualTo(new Decision.Stay());
        assertThat(refusal(s.then(move(LATER.plusSeconds(3600))))).isInstanceOf(Refusal.RequestInProgress.class);
        assertThat(refusal(s.then(new Action.Suggest("coach", List.of(LATER), null))))
                .isInstanceOf(Refusal.RequestInProgress.class);
        s.then(Answers.moved(asked(s)));
        assertThat(s.then(move(LATER)).last).as("it is there").isEqualTo(new Decision.Stay());
    }

    @Test
    void a_cancel_during_a_move_is_done_after_the_answer_with_the_refund_that_was_shown() {
        Instant asked = Scenario.START.minus(Duration.ofHours(48)).minusSeconds(1);
        Scenario s = booked().at(asked).then(move(LATER)).then(new Action.Cancel("client", 6000, null, null));
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        s.at(asked.plusSeconds(60)).then(Answers.moved(asked(s)));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.events()).doesNotContain("booking.rescheduled.v1");
        assertThat(s.sent)
                .contains(
                        new ReleaseSlot("b:2", "b", "coach", LATER),
                        new RefundPayment("b", "b", "b:r1", 6000, "cancelled_by_client"));
    }

    @Test
    void a_cancel_during_a_move_that_is_refused_gives_the_old_time_back() {
        Scenario s = booked().then(move(LATER))
                .then(new Action.Cancel("client", 6000, null, null))
                .then(Answers.refused("b:2", RefusalReason.NEEDS_ACCEPTANCE));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent).contains(new ReleaseSlot("b:1", "b", "coach", Scenario.START));
    }

    @Test
    void an_operator_who_ends_a_booking_during_a_move_gives_both_times_back() {
        Scenario s = booked().then(move(LATER)).then(new Input.Compensate());
        assertThat(s.sent)
                .containsSubsequence(
                        new ReleaseSlot("b:2", "b", "coach", LATER),
                        new ReleaseSlot("b:1", "b", "coach", Scenario.START));
        assertThat(s.then(SLOT_RELEASED).booking.progress().owed()).doesNotContain(Undo.RELEASE_SLOT);
    }

    @Test
    void a_move_that_got_stuck_can_be_sent_once_more() {
        Scenario s = booked().then(move(LATER));
        MoveSlot first = asked(s);
        assertThat(s.then(new Input.Resend()).sent.getLast()).isEqualTo(first);
    }

    @Test
    void who_came_cannot_be_said_while_the_time_is_being_changed() {
        Scenario s = booked().then(move(LATER)).at(LATER);
        assertThat(refusal(s.then(new Action.NoShow("coach")))).isInstanceOf(Refusal.RequestInProgress.class);
    }

    @Test
    void after_his_moves_a_client_gets_the_lowest_share_that_applied_at_any_of_them() {
        Scenario s = booked().at(Scenario.START.minus(Duration.ofHours(30))).then(move(LATER));
        s.then(Answers.moved(asked(s)));
        CancellationPreview early = preview(s, Party.CLIENT);
        assertThat(early.refundPercent()).isEqualTo(50);
        assertThat(early.refund()).isEqualTo(3000);
        assertThat(early.nextChangeAt()).isEqualTo(LATER.minus(Duration.ofHours(24)));
        assertThat(preview(s, Party.COACH).refundPercent()).isEqualTo(100);
        Instant muchLater = LATER.plus(Duration.ofDays(9));
        s.then(move(muchLater));
        s.then(Answers.moved(asked(s)));
        assertThat(preview(s, Party.CLIENT).refundPercent())
                .as("the lower one stays")
                .isEqualTo(50);
        s.then(new Action.Cancel("client", 3000, null, null));
        assertThat(s.sent).contains(new RefundPayment("b", "b", "b:r1", 3000, "cancelled_by_client"));
    }

    @Test
    void before_it_is_booked_and_when_it_is_over_nothing_is_moved() {
        Scenario placing = Scenario.placed(6000);
        assertThat(refusal(placing.then(move(LATER)))).isEqualTo(new Refusal.IllegalTransition(BookingStatus.PLACING));
        Scenario over = booked().timeOut();
        for (Instant start : List.of(over.now.plus(Duration.ofDays(1)), Scenario.NOW)) {
            assertThat(refusal(over.then(move(start))))
                    .isEqualTo(new Refusal.IllegalTransition(BookingStatus.COMPLETED));
            assertThat(refusal(over.then(new Action.Suggest("coach", List.of(start), null))))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(refusal(booked().then(move(Scenario.NOW))))
                .isEqualTo(new Refusal.SlotUnavailable(RefusalReason.TOO_SOON, List.of()));
        assertThat(refusal(booked().then(new Action.Reschedule("stranger", LATER, true, null, null))))
                .isEqualTo(new Refusal.Stranger());
    }

    static Scenario booked() {
        return paid(Scenario.placed(6000).reserved(FIRM));
    }

    private static Scenario booked(Scenario placedWithCode) {
        return paid(placedWithCode.reserved(FIRM).then(Answers.REDEEMED));
    }

    private static Scenario paid(Scenario s) {
        return s.then(PREPARED).then(AUTHORIZED).then(SLOT_CONFIRMED).then(CAPTURED);
    }

    static Action.Reschedule move(Instant start) {
        return move(start, SAME);
    }

    private static Action.Reschedule move(Instant start, @Nullable TodaysPrice today) {
        return new Action.Reschedule("client", start, false, null, today);
    }

    private static CancellationPreview preview(Scenario s, Party by) {
        return CancellationPolicy.preview(s.booking, by, s.now);
    }

    private static MoveSlot asked(Scenario s) {
        return s.sent.stream()
                .filter(MoveSlot.class::isInstance)
                .map(MoveSlot.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static OfferAlternatives offer(Scenario s) {
        return (OfferAlternatives) s.sent.getLast();
    }

    private static Proposal proposal(Scenario s) {
        return Objects.requireNonNull(s.booking.progress().proposal());
    }

    private static Refusal refusal(Scenario s) {
        return ((Decision.Refuse) s.last).refusal();
    }
}
