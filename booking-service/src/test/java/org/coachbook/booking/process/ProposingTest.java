package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.SLOT_RELEASED;
import static org.coachbook.booking.process.ReschedulingTest.booked;
import static org.coachbook.booking.process.ReschedulingTest.move;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.SlotConfirmed;
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
        Scenario early = booked().then(new Action.Suggest("client", List.of(TIMES.get(0), soon), null));
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
        assertThat(s.events()).endsWith("booking.reschedule-declined.v1");
        assertThat(refusal(s.then(take("client", 1))))
                .as("the same answer again")
                .isEqualTo(new Refusal.SlotUnavailable(RefusalReason.OVERLAPS, List.of()));
        assertThat(s.then(suggest("client")).step()).isEqualTo(Step.PROPOSE_TIMES);
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
        Scenario s = booked().then(suggest("client"));
        s.then(Answers.notHeld(offer(s)));
        assertThat(s.step()).isEqualTo(Step.AWAIT_SESSION);
        assertThat(proposal(s).refused()).containsExactly(new Proposal.Refused(TIMES.get(1), RefusalReason.OVERLAPS));
        assertThat(s.sent).endsWith(FIRST_RELEASED, SECOND_RELEASED);
        assertThat(s.events()).endsWith("booking.confirmed.v1");
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.START.plus(Duration.ofHours(1)));
    }

    @Test
    void either_party_or_the_deadline_ends_a_proposal_and_the_session_stays() {
        for (Input end : List.of(
                new Action.DeclineSuggestions("client", "no"),
                new Action.DeclineSuggestions("coach", null),
                new Input.TimeOut())) {
            Scenario s = proposed("coach");
            s.at(Objects.requireNonNull(s.booking.nextTimerAt())).then(end);
            assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
            assertThat(s.sent).contains(FIRST_RELEASED, SECOND_RELEASED);
            assertThat(s.events()).endsWith("booking.reschedule-declined.v1");
            assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.START.plus(Duration.ofHours(1)));
            assertThat(s.then(new Action.DeclineSuggestions("client", null)).last)
                    .isEqualTo(new Decision.Stay());
            assertThat(refusal(s.then(take("client", 0)))).isInstanceOf(Refusal.OutOfTime.class);
            assertThat(s.then(suggest("coach")).sentNames()).endsWith("OfferAlternatives");
        }
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

    private static Scenario proposed(String by) {
        Scenario s = booked().then(suggest(by));
        return s.then(Answers.held(offer(s)));
    }

    private static Action.Suggest suggest(String by) {
        return new Action.Suggest(by, TIMES, null);
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
