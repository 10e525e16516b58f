package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.SLOT_LOST;
import static org.coachbook.booking.process.Answers.SLOT_RELEASED;
import static org.coachbook.booking.process.Answers.confirmed;
import static org.coachbook.booking.process.Answers.released;
import static org.coachbook.contracts.availability.BookingMode.REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.payment.CancelPayment;
import org.junit.jupiter.api.Test;

class SuggestingTest {
    static final List<Instant> TIMES =
            List.of(Scenario.START.plus(Duration.ofHours(2)), Scenario.START.plus(Duration.ofDays(1)));
    private static final Action.Suggest SUGGEST = new Action.Suggest("coach", TIMES, "rather then");

    @Test
    void the_calendar_is_asked_to_keep_all_times_instead_of_the_requested_one() {
        Scenario s = requested().then(SUGGEST);
        assertThat(s.step()).isEqualTo(Step.SUGGEST_TIMES);
        assertThat(s.status()).isEqualTo(BookingStatus.REQUESTED);
        assertThat(offer(s).alternatives())
                .containsExactly(new Alternative("b:2", TIMES.get(0)), new Alternative("b:3", TIMES.get(1)));
        assertThat(offer(s).releasedReservationId()).isEqualTo("b:1");
        assertThat(offer(s).releasedStart()).isEqualTo(Scenario.START);
        assertThat(offer(s).expiresAt()).isEqualTo(Scenario.NOW.plus(Duration.ofHours(49)));
    }

    @Test
    void kept_times_wait_for_the_client_and_the_world_hears_of_it() {
        Scenario s = suggested();
        assertThat(s.status()).isEqualTo(BookingStatus.TIME_SUGGESTED);
        assertThat(s.booking.nextTimerAt()).isEqualTo(Scenario.NOW.plus(Duration.ofHours(48)));
        assertThat(s.booking.progress().deadline()).isEqualTo(s.booking.nextTimerAt());
        assertThat(s.events()).endsWith("booking.requested.v1", "booking.times-suggested.v1");
        assertThat(s.booking.progress().history().getLast().note()).isEqualTo("rather then");
    }

    @Test
    void the_deadline_is_never_past_the_earliest_time_nor_past_the_life_of_the_authorisation() {
        Instant soon = Scenario.NOW.plus(Duration.ofHours(5));
        Scenario early = requested().then(new Action.Suggest("coach", List.of(TIMES.getFirst(), soon), null));
        assertThat(proposal(early).deadline()).isEqualTo(soon);
        Instant far = Scenario.START.plus(Duration.ofDays(4));
        Scenario late = requested()
                .at(Scenario.NOW.plus(Duration.ofDays(5)))
                .then(new Action.Suggest("coach", List.of(far), null));
        assertThat(proposal(late).deadline())
                .isEqualTo(Scenario.NOW.plus(Duration.ofDays(7)).minus(Duration.ofHours(12)));
    }

    @Test
    void seats_of_a_session_that_needs_others_are_answered_before_it_is_decided() {
        Scenario s = Scenario.placed(6000)
                .seated(REQUEST, PaymentTiming.IMMEDIATE)
                .then(PREPARED)
                .then(AUTHORIZED);
        Instant decision = Scenario.NOW.plus(Duration.ofHours(10));
        Instant time = decision.plus(Duration.ofDays(1));
        assertThat(proposal(s.then(new Action.Suggest("coach", List.of(time), null)))
                        .deadline())
                .isEqualTo(decision);
    }

    @Test
    void a_time_is_in_the_zone_that_its_coach_lives_in_when_it_is_suggested() {
        Scenario s = requested().then(SUGGEST);
        OfferAlternatives offer = offer(s);
        s.then(new Reply.Held(new AlternativesHeld(
                        "b", "coach", offer.alternatives(), offer.expiresAt(), "America/New_York")))
                .then(new Action.TakeSuggestion("client", 0, null));
        assertThat(s.booking.progress().slot().coachTimeZone()).isEqualTo("America/New_York");
    }

    @Test
    void the_chosen_time_is_confirmed_the_others_are_free_and_the_money_is_taken() {
        Scenario s = suggested().then(new Action.TakeSuggestion("client", 1, null));
        assertThat(s.sent)
                .contains(new ReleaseSlot("b:2", "b", "coach", TIMES.get(0)))
                .endsWith(new ConfirmSlot("b:3", "b", "coach", TIMES.get(1)));
        assertThat(s.status()).isEqualTo(BookingStatus.TIME_SUGGESTED);
        s.then(released("b:2")).then(confirmed("b:3"));
        assertThat(s.sentNames()).endsWith("CapturePayment");
        s.then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(s.booking.progress().slot().start()).isEqualTo(TIMES.get(1));
        assertThat(s.booking.progress().slot().end()).isEqualTo(TIMES.get(1).plus(Duration.ofHours(1)));
        assertThat(s.booking.nextTimerAt()).isEqualTo(TIMES.get(1).plus(Duration.ofHours(1)));
    }

    @Test
    void payment_on_acceptance_is_asked_for_when_the_client_has_chosen() {
        Scenario s = Scenario.placed(6000).reserved(REQUEST, PaymentTiming.ON_ACCEPTANCE, false);
        s.then(SUGGEST).then(Answers.held(offer(s))).then(new Action.TakeSuggestion("client", 0, null));
        assertThat(s.sentNames()).endsWith("ReleaseSlot", "AuthorizePayment", "ExtendSlot");
        s.then(PREPARED);
        assertThat(s.status()).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        s.then(AUTHORIZED).then(confirmed("b:2")).then(CAPTURED);
        assertThat(s.status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void what_is_said_twice_is_done_once() {
        Scenario s = requested().then(SUGGEST);
        assertThat(s.then(SUGGEST).last).isEqualTo(new Decision.Stay());
        OfferAlternatives offer = offer(s);
        s.then(Answers.held(offer));
        assertThat(s.then(SUGGEST).last).isEqualTo(new Decision.Stay());
        assertThat(s.then(Answers.held(offer)).last).isEqualTo(new Decision.Stay());
        s.then(new Action.TakeSuggestion("client", 0, null));
        assertThat(s.then(new Action.TakeSuggestion("client", 0, null)).last).isEqualTo(new Decision.Stay());
        assertThat(refusal(s.then(new Action.TakeSuggestion("client", 1, null))))
                .isInstanceOf(Refusal.RequestInProgress.class);
        s.then(confirmed("b:2")).then(CAPTURED);
        assertThat(s.then(new Action.TakeSuggestion("client", 0, null)).last).isEqualTo(new Decision.Stay());
        assertThat(s.then(Answers.held(offer)).last).isEqualTo(new Decision.Stay());
    }

    @Test
    void refused_times_are_named_given_back_for_late_repeats_and_the_request_waits_as_before() {
        Scenario s = requested().then(SUGGEST);
        OfferAlternatives offer = offer(s);
        s.then(Answers.notHeld(offer));
        assertThat(s.step()).isEqualTo(Step.AWAIT_COACH);
        assertThat(s.booking.nextTimerAt()).isEqualTo(s.booking.progress().deadline());
        assertThat(proposal(s).refused()).containsExactly(new Proposal.Refused(TIMES.get(1), RefusalReason.OVERLAPS));
        assertThat(s.sent)
                .endsWith(
                        new ReleaseSlot("b:2", "b", "coach", TIMES.get(0)),
                        new ReleaseSlot("b:3", "b", "coach", TIMES.get(1)));
        assertThat(s.then(released("b:2")).last).isEqualTo(new Decision.Stay());
        s.then(SUGGEST);
        assertThat(offer(s).alternatives())
                .extracting(Alternative::reservationId)
                .containsExactly("b:4", "b:5");
        s.then(Answers.notHeld(offer(s))).then(new Action.Accept("coach", null)).then(confirmed("b:1"));
        assertThat(s.step()).isEqualTo(Step.CAPTURE);
    }

    @Test
    void past_times_are_refused_before_the_calendar_is_asked() {
        Scenario s = requested().then(new Action.Suggest("coach", List.of(Scenario.NOW, TIMES.get(0)), null));
        assertThat(refusal(s))
                .isEqualTo(new Refusal.TimesUnavailable(
                        List.of(new Proposal.Refused(Scenario.NOW, RefusalReason.TOO_SOON))));
        assertThat(s.step()).isEqualTo(Step.AWAIT_COACH);
    }

    @Test
    void without_a_choice_by_the_deadline_everything_is_given_back() {
        Scenario s = suggested().timeOut();
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sent)
                .contains(
                        new ReleaseSlot("b:2", "b", "coach", TIMES.get(0)),
                        new ReleaseSlot("b:3", "b", "coach", TIMES.get(1)),
                        new CancelPayment("b", "b", false));
        s.then(released("b:2")).then(released("b:3"));
        assertThat(s.booking.progress().owed()).contains(Undo.RELEASE_SLOT);
        assertThat(s.then(SLOT_RELEASED).booking.progress().owed()).containsExactly(Undo.CANCEL_PAYMENT);
    }

    @Test
    void without_an_answer_of_the_calendar_the_times_that_it_may_keep_are_given_back_too() {
        Scenario s = requested().then(SUGGEST).timeOut();
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sent).contains(new ReleaseSlot("b:3", "b", "coach", TIMES.get(1)));
    }

    @Test
    void either_party_may_say_no_until_one_is_chosen() {
        for (Action no :
                List.of(new Action.DeclineSuggestions("client", "none of them"), new Action.Decline("coach", null))) {
            Scenario s = suggested().then(no);
            assertThat(s.status()).isEqualTo(BookingStatus.DECLINED);
            assertThat(s.sent)
                    .contains(new ReleaseSlot("b:2", "b", "coach", TIMES.get(0)), new CancelPayment("b", "b", false));
        }
        Scenario s = suggested().then(new Action.Cancel("coach", 0, null, null));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_COACH);
        assertThat(s.sentNames()).contains("CancelPayment");
    }

    @Test
    void a_cancel_while_the_calendar_is_asked_is_done_after_its_answer() {
        Scenario s = requested().then(SUGGEST).then(new Action.Cancel("client", 0, null, null));
        assertThat(s.status()).isEqualTo(BookingStatus.REQUESTED);
        s.then(Answers.held(offer(s)));
        assertThat(s.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(s.events()).doesNotContain("booking.times-suggested.v1");
        assertThat(s.sent).contains(new ReleaseSlot("b:3", "b", "coach", TIMES.get(1)));
    }

    @Test
    void while_times_are_suggested_it_can_be_cancelled_until_the_earliest_of_them() {
        Scenario s = suggested();
        assertThat(CancellationPolicy.preview(s.booking, Party.CLIENT, Scenario.START.plusSeconds(1))
                        .allowed())
                .isTrue();
        assertThat(CancellationPolicy.preview(s.booking, Party.CLIENT, TIMES.getFirst())
                        .allowed())
                .isFalse();
    }

    @Test
    void only_the_coach_suggests_and_only_the_client_chooses() {
        assertThat(refusal(requested().then(new Action.Suggest("client", TIMES, null))))
                .isEqualTo(new Refusal.NotTheirs(Party.COACH));
        assertThat(refusal(suggested().then(new Action.TakeSuggestion("coach", 0, null))))
                .isEqualTo(new Refusal.NotTheirs(Party.CLIENT));
        assertThat(refusal(suggested().then(new Action.DeclineSuggestions("coach", null))))
                .isEqualTo(new Refusal.NotTheirs(Party.CLIENT));
        assertThat(refusal(suggested().then(new Action.TakeSuggestion("client", 2, null))))
                .isEqualTo(new Refusal.NoSuchSuggestion());
    }

    @Test
    void what_the_status_does_not_allow_is_refused() {
        assertThat(refusal(requested().then(new Action.TakeSuggestion("client", 0, null))))
                .isEqualTo(new Refusal.IllegalTransition(BookingStatus.REQUESTED));
        assertThat(refusal(suggested().then(new Action.Accept("coach", null))))
                .isEqualTo(new Refusal.IllegalTransition(BookingStatus.TIME_SUGGESTED));
        assertThat(refusal(suggested().then(new Action.Suggest("coach", List.of(Scenario.START), null))))
                .isEqualTo(new Refusal.IllegalTransition(BookingStatus.TIME_SUGGESTED));
        assertThat(refusal(requested().then(SUGGEST).then(new Action.Accept("coach", null))))
                .isInstanceOf(Refusal.RequestInProgress.class);
        Scenario late = suggested().at(Scenario.NOW.plus(Duration.ofHours(48)));
        assertThat(refusal(late.then(new Action.TakeSuggestion("client", 0, null))))
                .isInstanceOf(Refusal.OutOfTime.class);
    }

    @Test
    void a_late_word_about_the_time_that_was_given_up_changes_nothing() {
        Scenario s = suggested().then(new Action.TakeSuggestion("client", 0, null));
        assertThat(s.then(SLOT_LOST).last).isEqualTo(new Decision.Stay());
        assertThat(s.then(confirmed("b:1")).last).isEqualTo(new Decision.Stay());
        assertThat(s.then(Answers.lost("b:2")).status()).isEqualTo(BookingStatus.REJECTED);
    }

    @Test
    void a_word_about_the_requested_time_changes_nothing_once_other_times_were_asked_for() {
        Scenario asked = requested().then(SUGGEST);
        assertThat(asked.then(SLOT_LOST).last).isEqualTo(new Decision.Stay());
        Scenario kept = suggested();
        assertThat(kept.then(SLOT_LOST).last).isEqualTo(new Decision.Stay());
        assertThat(kept.then(new Action.TakeSuggestion("client", 0, null)).last).isInstanceOf(Decision.Move.class);
    }

    @Test
    void all_times_are_released_when_the_one_that_was_taken_is_lost() {
        Scenario s =
                suggested().then(new Action.TakeSuggestion("client", 0, null)).then(Answers.lost("b:2"));
        assertThat(s.sent).contains(new ReleaseSlot("b:2", "b", "coach", TIMES.get(0)));
    }

    @Test
    void an_offer_that_got_stuck_can_be_sent_once_more() {
        Scenario s = requested().then(SUGGEST);
        OfferAlternatives first = offer(s);
        assertThat(offer(s.then(new Input.Resend()))).isEqualTo(first);
        assertThat(s.sentNames()).endsWith("OfferAlternatives", "OfferAlternatives");
    }

    private static Scenario requested() {
        return Scenario.placed(6000).reserved(REQUEST).then(PREPARED).then(AUTHORIZED);
    }

    private static Scenario suggested() {
        Scenario s = requested().then(SUGGEST);
        return s.then(Answers.held(offer(s)));
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
