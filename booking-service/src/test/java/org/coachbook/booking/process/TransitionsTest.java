package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.contracts.availability.BookingMode.FIRM;
import static org.coachbook.contracts.availability.BookingMode.REQUEST;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coachbook.contracts.availability.PaymentTiming;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    @Test
    void dead_bookings_have_no_way_out() {
        assertThat(BookingStatus.values())
                .filteredOn(BookingStatus::isDead)
                .allSatisfy(dead -> assertThat(Transitions.after(dead)).isEmpty());
    }

    @Test
    void a_coach_may_change_his_mind_about_who_came() {
        assertThat(Transitions.after(BookingStatus.COMPLETED)).containsExactly(BookingStatus.NO_SHOW);
        assertThat(Transitions.after(BookingStatus.NO_SHOW)).containsExactly(BookingStatus.COMPLETED);
    }

    @Test
    void a_placing_booking_cannot_be_cancelled_by_the_coach() {
        assertThat(Transitions.allowed(BookingStatus.PLACING, BookingStatus.CANCELLED_BY_CLIENT))
                .isTrue();
        assertThat(Transitions.allowed(BookingStatus.PLACING, BookingStatus.CANCELLED_BY_COACH))
                .isFalse();
    }

    @Test
    void every_input_in_every_state_changes_the_status_only_as_the_table_allows() {
        BookingProcess process = new BookingProcess(Deadlines.standard());
        int moved = 0;
        for (Booking state : states()) {
            for (Input input : inputs(state)) {
                for (Duration later : List.of(Duration.ZERO, Duration.ofDays(6), Duration.ofDays(20))) {
                    Decision decision = process.decide(state, input, Scenario.NOW.plus(later));
                    if (decision instanceof Decision.Move move && move.next().status() != state.status()) {
                        assertThat(Transitions.allowed(
                                        state.status(), move.next().status()))
                                .as(
                                        "%s by %s in %s",
                                        move.next().status(),
                                        input,
                                        state.progress().step())
                                .isTrue();
                        moved++;
                    }
                }
            }
        }
        assertThat(moved).isGreaterThan(400);
    }

    @Test
    void every_input_in_a_dead_state_leaves_the_status_as_it_is() {
        BookingProcess process = new BookingProcess(Deadlines.standard());
        states().stream().filter(b -> b.status().isDead()).forEach(state -> inputs(state)
                .forEach(input -> {
                    Decision decision = process.decide(state, input, Scenario.NOW);
                    if (decision instanceof Decision.Move move) {
                        assertThat(move.next().status()).isEqualTo(state.status());
                    }
                }));
    }

    @Test
    void every_step_is_reached_by_the_walk() {
        assertThat(states()).extracting(Booking::step).contains(Step.values());
    }

    /** Every state that up to five inputs lead to, one booking for each kind of state. */
    static List<Booking> states() {
        BookingProcess process = new BookingProcess(Deadlines.standard());
        Map<Object, Booking> found = new java.util.LinkedHashMap<>();
        List<Booking> edge = new ArrayList<>(List.of(
                Scenario.placed(0).booking,
                Scenario.placed(6000).booking,
                Scenario.placedWithCode(0).booking,
                Scenario.placedWithCode(6000).booking));
        while (!edge.isEmpty()) {
            Booking state = edge.removeLast();
            if (found.putIfAbsent(kindOf(state), state) == null) {
                inputs(state).stream()
                        .map(input -> process.decide(state, input, timeOf(state, input)))
                        .filter(Decision.Move.class::isInstance)
                        .forEach(decision -> edge.add(((Decision.Move) decision).next()));
            }
        }
        return List.copyOf(found.values());
    }

    private static java.time.Instant timeOf(Booking state, Input input) {
        return input instanceof Input.TimeOut && state.nextTimerAt() != null ? state.nextTimerAt() : Scenario.NOW;
    }

    private static Object kindOf(Booking b) {
        Progress p = b.progress();
        return Arrays.asList(
                p.status(),
                p.step(),
                p.payment().status(),
                p.accepted(),
                Objects.requireNonNullElse(p.wish(), ""),
                stateOf(p.proposal()),
                p.undos(),
                p.owed(),
                b.order().isFree(),
                b.order().redeems() == null,
                String.valueOf(p.slot().mode()));
    }

    private static String stateOf(@Nullable Proposal proposal) {
        if (proposal == null) {
            return "none";
        }
        String offered = proposal.by() + (proposal.refundPercent() == null ? "" : " " + proposal.refundPercent());
        if (proposal.isOpen()) {
            return offered + " open";
        }
        return offered
                + (proposal.closedAt() == null ? "" : " closed")
                + (proposal.taken() == null ? "" : " taken")
                + (proposal.refused().isEmpty() ? "" : " refused");
    }

    private static java.time.@Nullable Instant shown(Booking state) {
        Proposal proposal = state.progress().proposal();
        return proposal == null ? null : proposal.starts().getFirst();
    }

    static List<Input> inputs(Booking state) {
        List<Input> inputs = new ArrayList<>(Answers.all(state));
        boolean confirmedAtOnce = state.order().isFree() && state.order().redeems() == null;
        for (PaymentTiming timing : PaymentTiming.values()) {
            inputs.add(Scenario.reservation(state, FIRM, timing, confirmedAtOnce));
            inputs.add(Scenario.reservation(state, REQUEST, timing, false));
            inputs.add(Scenario.reservation(state, FIRM, timing, false, Scenario.TWO));
        }
        for (String user : List.of("coach", "client", "stranger")) {
            inputs.add(new Action.Accept(user, null));
            inputs.add(new Action.Decline(user, null));
            inputs.add(new Action.Suggest(user, SuggestingTest.TIMES, null));
            inputs.add(new Action.Suggest(user, SuggestingTest.TIMES.subList(0, 1), null));
            inputs.add(new Action.TakeSuggestion(user, 1, null));
            inputs.add(new Action.TakeSuggestion(user, 0, shown(state)));
            inputs.add(new Action.DeclineSuggestions(user, null));
            inputs.add(new Action.Cancel(user, 0, null, null));
            inputs.add(new Action.Cancel(user, 6000, null, null));
            inputs.add(new Action.Reschedule(user, SuggestingTest.TIMES.getLast(), false, null, Scenario.CHEAP));
            inputs.add(new Action.Complete(user));
            inputs.add(new Action.NoShow(user));
        }
        inputs.addAll(List.of(new Input.TimeOut(), new Input.Compensate(), new Input.Resend()));
        return inputs;
    }
}
