package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.SLOT_RELEASED;
import static org.coachbook.booking.process.ReschedulingTest.booked;
import static org.coachbook.booking.process.ReschedulingTest.move;
import static org.coachbook.contracts.booking.RescheduleDeclineReason.DECLINED;
import static org.coachbook.contracts.booking.RescheduleDeclineReason.EXPIRED;
import static org.coachbook.contracts.booking.RescheduleDeclineReason.LOST;
import static org.coachbook.contracts.booking.RescheduleDeclineReason.REFUSED;
import static org.coachbook.contracts.booking.RescheduleDeclineReason.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.booking.RescheduleDeclineReason;
import org.coachbook.contracts.booking.RescheduleDeclined;
import org.junit.jupiter.api.Test;

class ProposingTest {
    private static final List<Instant> TIMES = SuggestingTest.TIMES;
    private static final ReleaseSlot FIRST_RELEASED = new ReleaseSlot("b:2", "b", "coach", TIMES.get(0));
    private static final ReleaseSlot SECOND_RELEASED = new ReleaseSlot("b:3", "b", "coach", TIMES.get(1));
    private static final ReleaseSlot OLD_RELEASED = new ReleaseSlot("b:1", "b", "coach", Scenario.START);

    @Test
    void proposed_times_are_kept_besides_the_booked_one_and_the_status_stays() {
        Scenario s = booked().then(suggest("coach"));
        assertThat(s.step()).isEqualTo(Step.PROPOSE_TIMES);
        assertThat(offer(s).releasedReservationId()).isNull();
        s.then(Answers.held(offer(s)));
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.booking.reservationId()).isEqualTo("b:1");
        assertThat(proposal(s).deadline()).isEqualTo(Scenario.NOW.plus(Duration.ofHours(48)));
        assertThat(s.booking.nextTimerAt())
                .as("it ends first")
                .isEqualTo(proposal(s).deadline());
        assertThat(s.events()).endsWith("booking.reschedule-proposed.v1");
    }

    @Test
    void they_can_be_taken_until_the_session_that_they_replace_begins_and_no_later_than_the_earliest_of_them() {
        Scenario late = booked().at(Scenario.START.minus(Duration.ofHours(5))).then(suggest("coach"));
        assertThat(proposal(late).deadline()).isEqualTo(Scenario.START);
        Instant soon = Scenario.NOW.plus(Duration.ofHours(3));
        Scenario early = booked().then(new Action.Suggest("coach", List.of(TIMES.get(0), soon), null));
        assertThat(proposal(early).deadline()).isEqualTo(soon);
    }

    @Test
    void the_time_that_the_other_party_takes_replaces_the_old_one() {
        Scenario s = proposed("coach").then(take("client", 1));
        assertThat(s.step()).isEqualTo(Step.TAKE_TIME);
        assertThat(s.sent).contains(FIRST_RELEASED).endsWith(new ConfirmSlot("b:3", "b", "coach", TIMES.get(1)));
        assertThat(s.booking.reservationId()).as("until then").isEqualTo("b:1");
        s.then(Answers.confirmed("b:3"));
        assertThat(s.status()).isEqualTo(BookingStatus.RESCHEDULED);
        assertThat(s.booking.progress().slot().start()).isEqualTo(TIMES.get(1));
        assertThat(s.sent).contains(OLD_RELEASED).doesNotContain(SECOND_RELEASED);
        assertThat(s.booking.progress().history().getLast().by()).isEqualTo(Party.CLIENT);
        assertThat(s.events()).endsWith("booking.rescheduled.v1");
        assertThat(s.booking.nextTimerAt()).isEqualTo(TIMES.get(1).plus(Duration.ofHours(1)));
        assertThat(s.then(take("client", 1)).last).as("once more").isEqualTo(new Decision.Stay());
        assertThat(s.then(SLOT_RELEASED).last).as("of the old time").isEqualTo(new Decision.Stay());
    }

    @Test
    void what_is_lost_when_it_is_taken_ends_the_proposal_and_the_old_time_stays() {
        Scenario s = proposed("coach").then(take("client", 1)).then(Answers.lost("b:3"));
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.step()).isEqualTo(Step.AWAIT_SESSION);
        assertThat(s.booking.reservationId()).isEqualTo("b:1");
        assertThat(s.sent).contains(FIRST_RELEASED, SECOND_RELEASED).doesNotContain(OLD_RELEASED);
        assertThat(declined(s).reason()).isEqualTo(LOST);
        assertThat(refusal(s.then(take("client", 1))))
                .as("the same answer again")
                .isEqualTo(new Refusal.SlotUnavailable(RefusalReason.OVERLAPS, List.of()));
        assertThat(s.then(suggest("coach")).step()).isEqualTo(Step.PROPOSE_TIMES);
    }

    @Test
    void a_seat_that_waits_for_others_is_not_taken_for_one_that_is_sure() {
        Instant decision = TIMES.get(0).minus(Duration.ofDays(1));
        Scenario s = proposed("coach")
                .then(take("client", 0))
                .then(new Reply.Confirmed(new SlotConfirmed("b:2", "b", "coach", decision)));
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
        assertThat(s.sent).contains(FIRST_RELEASED);
        assertThat(s.booking.reservationId()).isEqualTo("b:1");
    }

    @Test
    void without_an_answer_the_calendar_is_asked_again() {
        Scenario s = booked().then(suggest("coach"));
        OfferAlternatives offer = offer(s);
        s.timeOut();
        assertThat(s.sent).endsWith(offer, offer);
        s.then(Answers.held(offer));
        assertThat(s.then(Answers.held(offer)).last)
                .as("the answer to the repeat")
                .isEqualTo(new Decision.Stay());
        s.then(take("client", 0)).timeOut();
        ConfirmSlot confirm = new ConfirmSlot("b:2", "b", "coach", TIMES.get(0));
        assertThat(s.sent).endsWith(confirm, confirm);
    }

    @Test
    void late_answers_about_an_earlier_offer_are_not_taken_for_answers_about_a_later_one() {
        Scenario s = booked().then(suggest("coach"));
        OfferAlternatives first = offer(s);
        s.timeOut().then(Answers.notHeld(first)).then(suggest("coach"));
        assertThat(s.then(Answers.notHeld(first)).last).isEqualTo(new Decision.Stay());
        assertThat(s.step()).isEqualTo(Step.PROPOSE_TIMES);
        s.then(Answers.held(offer(s)));
        assertThat(s.booking.progress().proposed()).isPresent();
    }

    @Test
    void refused_times_are_given_back_and_the_session_stays() {
        Scenario s = booked().then(suggest("coach"));
        s.then(Answers.notHeld(offer(s)));
        assertThat(s.step()).isEqualTo(Step.AWAIT_SESSION);
        assertThat(proposal(s).refused()).containsExactly(new Proposal.Refused(TIMES.get(1), RefusalReason.OVERLAPS));
        assertThat(s.sent).endsWith(FIRST_RELEASED, SECOND_RELEASED);
        assertThat(s.events()).endsWith("booking.confirmed.v1");
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.START.plus(Duration.ofHours(1)));
    }

    @Test
    void either_party_or_the_deadline_ends_a_proposal_and_the_session_stays() {
        Map<RescheduleDeclineReason, Input> ends = Map.of(
                DECLINED, new Action.DeclineSuggestions("client", "no"),
                WITHDRAWN, new Action.DeclineSuggestions("coach", null),
                EXPIRED, new Input.TimeOut());
        ends.forEach((reason, end) -> {
            Scenario s = proposed("coach");
            s.at(Objects.requireNonNull(s.booking.nextTimerAt())).then(end);
            assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
            assertThat(s.sent).contains(FIRST_RELEASED, SECOND_RELEASED);
            assertThat(declined(s).reason()).isEqualTo(reason);
            assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.START.plus(Duration.ofHours(1)));
            assertThat(s.then(new Action.DeclineSuggestions("client", null)).last)
                    .isEqualTo(new Decision.Stay());
            assertThat(refusal(s.then(take("client", 0)))).isInstanceOf(Refusal.OutOfTime.class);
            assertThat(s.then(suggest("coach")).sentNames()).endsWith("OfferAlternatives");
        });
    }

    @Test
    void only_one_proposal_is_open_and_the_client_does_not_move_the_session_meanwhile() {
        Scenario s = proposed("coach");
        assertThat(s.then(suggest("coach")).last).as("the same once more").isEqualTo(new Decision.Stay());
        assertThat(refusal(s.then(suggest("client")))).isEqualTo(new Refusal.ProposalOpen(Party.COACH));
        assertThat(refusal(s.then(move(TIMES.get(1))))).isEqualTo(new Refusal.ProposalOpen(Party.COACH));
    }

    @Test
    void only_the_other_party_takes_a_time_and_only_the_one_that_it_was_shown() {
        assertThat(refusal(proposed("client").then(take("client", 0)))).isEqualTo(new Refusal.NotTheirs(Party.COACH));
        assertThat(refusal(proposed("coach").then(take("coach", 0)))).isEqualTo(new Refusal.NotTheirs(Party.CLIENT));
        assertThat(refusal(proposed("coach").then(take("client", 2)))).isEqualTo(new Refusal.NoSuchSuggestion());
        var another = new Action.TakeSuggestion("client", 0, TIMES.get(1));
        assertThat(refusal(proposed("coach").then(another))).isEqualTo(new Refusal.NoSuchSuggestion());
        Scenario late = proposed("coach").at(Scenario.NOW.plus(Duration.ofHours(48)));
        assertThat(refusal(late.then(take("client", 0)))).isInstanceOf(Refusal.OutOfTime.class);
        assertThat(refusal(booked().then(take("client", 0)))).isInstanceOf(Refusal.OutOfTime.class);
    }

    @Test
    void a_booking_that_ends_gives_the_proposed_times_back_with_its_own() {
        Scenario cancelled = proposed("coach").then(new Action.Cancel("client", 6000, null, null));
        assertThat(cancelled.sent).containsSubsequence(FIRST_RELEASED, SECOND_RELEASED, OLD_RELEASED);
        Scenario compensated = proposed("coach").then(take("client", 1)).then(new Input.Compensate());
        assertThat(compensated.sent).containsSubsequence(FIRST_RELEASED, SECOND_RELEASED, OLD_RELEASED);
        Scenario over =
                proposed("coach").at(Scenario.START.plus(Duration.ofHours(1))).then(new Action.NoShow("coach"));
        assertThat(over.status()).isEqualTo(BookingStatus.NO_SHOW);
        assertThat(over.sent).contains(FIRST_RELEASED, SECOND_RELEASED).doesNotContain(OLD_RELEASED);
    }

    @Test
    void a_cancel_while_a_time_is_taken_gives_back_what_is_there_after_the_answer() {
        Scenario s = proposed("coach").then(take("client", 1)).then(new Action.Cancel("client", 6000, null, null));
        s.then(Answers.confirmed("b:3"));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.sent).contains(FIRST_RELEASED, OLD_RELEASED, SECOND_RELEASED);
        assertThat(s.events()).doesNotContain("booking.rescheduled.v1");
    }

    @Test
    void a_move_that_the_coach_proposed_does_not_lower_the_refund_and_one_that_the_client_proposed_does() {
        for (Party by : List.of(Party.COACH, Party.CLIENT)) {
            Scenario s = booked().at(Scenario.START.minus(Duration.ofHours(30)));
            s.then(new Action.Suggest(by.wireName(), List.of(Scenario.START.plus(Duration.ofDays(9))), null));
            s.then(Answers.held(offer(s)))
                    .then(take(by.counterpart().wireName(), 0))
                    .then(Answers.confirmed("b:2"));
            assertThat(CancellationPolicy.preview(s.booking, Party.CLIENT, s.now)
                            .refundPercent())
                    .isEqualTo(by == Party.COACH ? 100 : 50);
        }
    }

    @Test
    void a_booking_of_a_suggested_time_can_get_another_one() {
        Scenario s = Scenario.placed(0)
                .reserved(BookingMode.REQUEST, PaymentTiming.IMMEDIATE, false)
                .then(suggest("coach"));
        s.then(Answers.held(offer(s))).then(take("client", 0)).then(Answers.confirmed("b:2"));
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        s.then(new Action.Reschedule("coach", Scenario.START.plus(Duration.ofDays(3)), false, null, null));
        assertThat(offer(s).alternatives().getFirst().reservationId()).isEqualTo("b:4");
    }

    @Test
    void a_seat_in_a_session_that_is_decided_can_be_taken_until_it_starts() {
        Scenario s = Scenario.placed(0)
                .seated(BookingMode.FIRM, PaymentTiming.IMMEDIATE)
                .then(Answers.GOING);
        assertThat(s.status().isBooked()).isTrue();
        Instant decided = Scenario.NOW.plus(Duration.ofHours(20));
        Instant open = Scenario.NOW.plus(Duration.ofHours(30));
        s.then(new Action.Suggest("coach", List.of(decided), null));
        assertThat(proposal(s).deadline()).isEqualTo(decided);
        s.then(Answers.notHeld(offer(s))).then(new Action.Suggest("coach", List.of(decided, open), null));
        assertThat(proposal(s).deadline())
                .as("when the other one is decided")
                .isEqualTo(open.minus(Duration.ofDays(1)));
    }

    @Test
    void both_hear_of_refused_times_when_the_answer_comes_later_than_people_wait_for_it() {
        Scenario s = booked().then(suggest("coach"));
        s.at(Scenario.NOW.plus(Duration.ofSeconds(3))).then(Answers.notHeld(offer(s)));
        assertThat(declined(s).reason()).isEqualTo(REFUSED);
    }

    @Test
    void a_time_that_is_not_confirmed_before_the_old_one_begins_is_given_back_and_is_not_taken_later() {
        Scenario s = proposed("coach")
                .at(Scenario.NOW.plus(Duration.ofHours(47)))
                .then(take("client", 1))
                .at(Scenario.START)
                .then(new Input.TimeOut());
        assertThat(s.step()).isEqualTo(Step.AWAIT_SESSION);
        assertThat(s.sent).contains(SECOND_RELEASED).doesNotContain(OLD_RELEASED);
        assertThat(declined(s).reason()).isEqualTo(LOST);
        assertThat(s.then(Answers.confirmed("b:3")).last).isEqualTo(new Decision.Stay());
        assertThat(s.booking.reservationId()).isEqualTo("b:1");
    }

    @Test
    void nothing_is_taken_when_the_session_has_begun() {
        Scenario s = booked().at(Scenario.START.minus(Duration.ofMinutes(1))).then(suggest("coach"));
        s.then(Answers.held(offer(s))).at(Scenario.START);
        assertThat(refusal(s.then(take("client", 0)))).isInstanceOf(Refusal.OutOfTime.class);
    }

    @Test
    void a_client_proposes_one_time_and_not_the_next_one_when_he_has_just_taken_it_back() {
        assertThat(refusal(booked().then(new Action.Suggest("client", TIMES, null))))
                .isEqualTo(new Refusal.TooManyTimes());
        Scenario s = proposed("client").then(new Action.DeclineSuggestions("client", null));
        Instant again = Scenario.NOW.plus(Duration.ofHours(1));
        assertThat(refusal(s.then(suggest("client")))).isEqualTo(new Refusal.TookBackLately(again));
        s.then(move(TIMES.get(1))).then(Answers.refused("b:3", RefusalReason.NEEDS_ACCEPTANCE));
        assertThat(s.step()).as("nor by a move").isEqualTo(Step.AWAIT_SESSION);
        assertThat(s.at(again).then(suggest("client")).step()).isEqualTo(Step.PROPOSE_TIMES);
        Scenario declined = proposed("client").then(new Action.DeclineSuggestions("coach", null));
        assertThat(declined.then(suggest("client")).step())
                .as("the coach may want another one")
                .isEqualTo(Step.PROPOSE_TIMES);
    }

    @Test
    void a_number_means_the_times_that_are_offered_now_or_with_its_start_the_one_that_was_shown() {
        Scenario s = proposed("coach").then(new Action.DeclineSuggestions("client", null));
        s.then(new Action.Suggest("coach", List.of(TIMES.get(1)), null)).then(Answers.held(offer(s)));
        assertThat(refusal(s.then(new Action.TakeSuggestion("client", 0, TIMES.get(0)))))
                .isEqualTo(new Refusal.NoSuchSuggestion());
        assertThat(s.then(take("client", 0)).step()).isEqualTo(Step.TAKE_TIME);
    }

    @Test
    void an_offer_that_is_told_of_once_more_after_the_end_is_not_taken_for_a_late_one() {
        Scenario s = booked().then(suggest("coach"));
        OfferAlternatives offer = offer(s);
        s.timeOut().then(Answers.held(offer)).then(new Action.Cancel("client", 6000, null, null));
        assertThat(s.then(Answers.held(offer)).last).isEqualTo(new Decision.Stay());
    }

    private static RescheduleDeclined declined(Scenario s) {
        return (RescheduleDeclined) s.sent.stream()
                .filter(RescheduleDeclined.class::isInstance)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static Scenario proposed(String by) {
        Scenario s = booked().then(suggest(by));
        return s.then(Answers.held(offer(s)));
    }

    private static Action.Suggest suggest(String by) {
        return new Action.Suggest(by, by.equals("client") ? TIMES.subList(0, 1) : TIMES, null);
    }

    private static Action.TakeSuggestion take(String by, int number) {
        return new Action.TakeSuggestion(by, number, null);
    }

    private static OfferAlternatives offer(Scenario s) {
        return s.sent.stream()
                .filter(OfferAlternatives.class::isInstance)
                .map(OfferAlternatives.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static Proposal proposal(Scenario s) {
        return Objects.requireNonNull(s.booking.progress().proposal());
    }

    private static Refusal refusal(Scenario s) {
        return ((Decision.Refuse) s.last).refusal();
    }
}
