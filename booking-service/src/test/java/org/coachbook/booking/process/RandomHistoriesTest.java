package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.availability.ReserveSlot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories against a model of the calendar and the payment; each is named by its seed. */
class RandomHistoriesTest {
    private static final int HISTORIES = 20_000;

    @Test
    void money_agrees_with_the_calendar_at_the_end_of_every_history() {
        int booked = 0;
        int dead = 0;
        int chosen = 0;
        int moved = 0;
        int agreed = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History(seed);
            if (seed % 4 == 0) {
                history.agree();
                history.liveOn();
            } else {
                history.live();
            }
            history.settle();
            history.check();
            booked += history.s.status().isOver() ? 1 : 0;
            dead += history.s.status().isDead() ? 1 : 0;
            chosen += history.s.status().isOver()
                            && history.s.booking.progress().slot().attempt() > 1
                    ? 1
                    : 0;
            moved += history.did("reschedule") ? 1 : 0;
            agreed += history.did("take_suggestion") && history.did("reschedule") ? 1 : 0;
        }
        assertThat(booked).as("histories with a session").isGreaterThan(HISTORIES / 20);
        assertThat(chosen).as("histories with a session at a suggested time").isGreaterThan(HISTORIES / 400);
        assertThat(moved).as("histories with a session that moved").isGreaterThan(HISTORIES / 40);
        assertThat(agreed)
                .as("histories with a session that moved by agreement")
                .isGreaterThan(HISTORIES / 100);
        assertThat(dead).as("histories without one").isGreaterThan(HISTORIES / 20);
    }

    private static final class History {
        private final int seed;
        private final Random random;
        private final CalendarModel calendar;
        private final PaymentModel payment;
        private final DiscountModel discount;
        private final List<Record> delivered = new ArrayList<>();
        private final Deque<Record> commands = new ArrayDeque<>();
        private final Deque<Reply> calendarReplies = new ArrayDeque<>();
        private final Deque<Reply> paymentReplies = new ArrayDeque<>();
        private final Deque<Reply> discountReplies = new ArrayDeque<>();
        private final Scenario s;
        private int taken;

        private History(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.calendar = new CalendarModel(random);
            this.payment = new PaymentModel(random);
            this.discount = new DiscountModel(random);
            long total = random.nextInt(4) == 0 ? 0 : 6000;
            this.s = random.nextInt(3) == 0 ? Scenario.placedWithCode(total) : Scenario.placed(total);
            takeCommands();
        }

        /** People, banks, the network and the clock do what they want. */
        private void live() {
            for (int i = random.nextInt(60); i > 0; i--) {
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> deliverCommand();
                    case 3 -> deliver(random.nextBoolean() ? calendarReplies : discountReplies);
                    case 4, 5 -> deliver(paymentReplies);
                    case 6 -> payment.pay(s.now).ifPresent(paymentReplies::add);
                    case 7 -> act();
                    case 8 ->
                        calendar.decide().filter(_ -> random.nextInt(4) > 0).ifPresent(calendarReplies::add);
                    default -> waitOrRing();
                }
            }
        }

        /** A booked session may get another time, again and again. */
        private void liveOn() {
            for (int i = random.nextInt(60); i > 0 && s.status().isBooked(); i--) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> deliverCommand();
                    case 2, 3 -> deliver(calendarReplies);
                    case 4 -> act();
                    default -> waitOrRing();
                }
            }
        }

        /** Everybody does what leads to a booked session, as far as the calendar and the bank go along. */
        private void agree() {
            for (int i = 0; i < 40 && !s.status().isBooked() && !ended(); i++) {
                deliverCommand();
                deliver(calendarReplies);
                deliver(discountReplies);
                payment.pay(s.now).ifPresent(paymentReplies::add);
                deliver(paymentReplies);
                if (s.step() == Step.AWAIT_COACH) {
                    feed(new Action.Accept("coach", null));
                }
                if (s.step() == Step.AWAIT_MINIMUM) {
                    calendar.decide().ifPresent(calendarReplies::add);
                }
            }
        }

        /** Nobody does anything any more; what is on its way arrives. */
        private void settle() {
            for (int i = 0; i < 200 && !ended(); i++) {
                deliverCommand();
                deliver(calendarReplies);
                deliver(discountReplies);
                deliver(paymentReplies);
                payment.decide(s.now).ifPresent(paymentReplies::add);
                if (s.step() == Step.AWAIT_MINIMUM) {
                    calendar.decide(); // nobody is told
                }
                if (commands.isEmpty()
                        && calendarReplies.isEmpty()
                        && discountReplies.isEmpty()
                        && paymentReplies.isEmpty()) {
                    feed(stillChooses() ? take(chooser().wireName(), 0) : null);
                }
            }
        }

        /** Every other time, a suggested time is taken in the end. */
        private boolean stillChooses() {
            return seed % 2 == 0 && s.booking.progress().offered().isPresent();
        }

        /** Names the time that is shown under the number. */
        private Action.TakeSuggestion take(String user, int number) {
            Instant shown = s.booking
                    .progress()
                    .offered()
                    .flatMap(offered -> offered.numbered(number))
                    .map(Proposal.Time::start)
                    .orElse(null);
            return new Action.TakeSuggestion(user, number, shown);
        }

        private Party chooser() {
            return s.booking.progress().offered().orElseThrow().by().counterpart();
        }

        private boolean ended() {
            return s.step() == Step.ENDED
                    && commands.isEmpty()
                    && calendarReplies.isEmpty()
                    && discountReplies.isEmpty()
                    && paymentReplies.isEmpty()
                    && payment.state != PaymentModel.State.HESITATING;
        }

        private void check() {
            Progress end = s.booking.progress();
            assertThat(s.step()).as("seed %d has ended", seed).isEqualTo(Step.ENDED);
            assertThat(end.owed()).as("seed %d owes nothing", seed).isEmpty();
            checkTime();
            checkDiscount(end);
            checkMoney(end);
        }

        /** A code is used for a session, and for one that was cancelled too late to get the whole price back. */
        private void checkDiscount(Progress end) {
            long total = s.booking.order().total();
            boolean cancelledWhenBooked =
                    end.history().stream().anyMatch(e -> e.from().isBooked() && e.to().isDead());
            if (cancelledWhenBooked && total == 0) {
                return; // what was refunded does not tell how late it was
            }
            boolean kept = s.status().isOver() || (cancelledWhenBooked && end.refundDue() < total);
            assertThat(discount.state == DiscountModel.State.USED)
                    .as("seed %d used its code", seed)
                    .isEqualTo(s.booking.order().redeems() != null && kept);
        }

        private void checkMoney(Progress end) {
            long kept = payment.captured - payment.refunded;
            boolean cancelledWhenBooked =
                    end.history().stream().anyMatch(e -> e.from().isBooked() && e.to().isDead());
            if (s.status().isOver()) {
                assertThat(kept)
                        .as("seed %d is paid", seed)
                        .isEqualTo(s.booking.order().total());
            } else if (cancelledWhenBooked) {
                long total = s.booking.order().total();
                assertThat(kept).as("seed %d kept its due", seed).isEqualTo(total - end.refundDue());
            } else {
                assertThat(kept).as("seed %d took nothing", seed).isZero();
                assertThat(payment.state).as("seed %d", seed).isNotEqualTo(PaymentModel.State.AUTHORIZED);
            }
        }

        private void checkTime() {
            if (s.status().isOver()) {
                assertThat(calendar.live())
                        .as("seed %d has its time and no other", seed)
                        .containsExactly(Map.entry(s.booking.reservationId(), CalendarModel.State.CONFIRMED));
            } else {
                assertThat(calendar.live())
                        .as("seed %d gave its time back", seed)
                        .isEmpty();
            }
        }

        private boolean did(String action) {
            return s.booking.progress().history().stream()
                    .anyMatch(entry -> entry.action().equals(action));
        }

        /** Some commands are delivered twice, the second time later; the answers have one id, so one of them counts. */
        private void repeatCommand() {
            Record command = delivered.isEmpty() ? null : delivered.get(random.nextInt(delivered.size()));
            if (command != null) {
                calendar.handle(command, s.booking, s.now);
            }
        }

        private void deliverCommand() {
            if (random.nextInt(4) == 0) {
                repeatCommand();
            }
            Optional.ofNullable(commands.poll()).ifPresent(command -> {
                Contract contract = command.getClass().getAnnotation(Contract.class);
                switch (contract.topic()) {
                    case "payment.commands" -> payment.handle(command, s.now).ifPresent(paymentReplies::add);
                    case "pricing.commands" -> discountReplies.add(discount.handle(command));
                    default -> {
                        if (!(command instanceof ReserveSlot)) {
                            delivered.add(command);
                        }
                        calendarReplies.add(calendar.handle(command, s.booking, s.now));
                    }
                }
            });
        }

        private void deliver(Deque<Reply> replies) {
            Optional.ofNullable(replies.poll()).ifPresent(this::feed);
        }

        private void act() {
            if ((s.step() == Step.AWAIT_CHOICE && random.nextInt(4) > 0)
                    || (s.step() == Step.AWAIT_COACH && random.nextBoolean())) {
                negotiate();
                return;
            }
            if (s.status().isBooked() && random.nextInt(4) > 0) {
                reschedule();
                return;
            }
            Party by = random.nextBoolean() ? Party.CLIENT : Party.COACH;
            long refund = CancellationPolicy.preview(s.booking, by, s.now).refund();
            feed(List.<Input>of(
                            new Action.Accept(by.wireName(), null),
                            new Action.Accept("coach", null),
                            new Action.Suggest("coach", SuggestingTest.TIMES, null),
                            new Action.TakeSuggestion("client", random.nextInt(2), null),
                            new Action.DeclineSuggestions("client", null),
                            new Action.Decline(by.wireName(), null),
                            new Action.Cancel(by.wireName(), refund, null, null),
                            new Action.NoShow("coach"))
                    .get(random.nextInt(random.nextInt(4) == 0 ? 8 : 4)));
        }

        /** Other times are suggested, and mostly one of them is taken. */
        private void negotiate() {
            boolean asked = s.step() == Step.AWAIT_COACH;
            feed(
                    asked
                            ? new Action.Suggest("coach", SuggestingTest.TIMES, null)
                            : new Action.TakeSuggestion("client", random.nextInt(3), null));
        }

        /** A booked session is moved, or other times are proposed for it, and mostly one of them is taken. */
        private void reschedule() {
            Party by = random.nextBoolean() ? Party.CLIENT : Party.COACH;
            String user = by.wireName();
            Instant start = Scenario.START.plus(Duration.ofHours(random.nextInt(1, 100)));
            var times = List.of(start, start.plus(Duration.ofDays(2))).subList(0, by == Party.CLIENT ? 1 : 2);
            feed(List.<Input>of(
                            new Action.Reschedule("client", start, false, null, Scenario.CHEAP),
                            new Action.Reschedule(user, start, true, null, null),
                            new Action.Suggest(user, times, null),
                            take(user, random.nextInt(2)),
                            take(user, 0),
                            new Action.DeclineSuggestions(user, null))
                    .get(random.nextInt(6)));
        }

        private void waitOrRing() {
            boolean atRest = s.step() == Step.AWAIT_SESSION;
            if (random.nextInt(atRest ? 12 : 3) > 0) {
                s.at(s.now.plus(Duration.ofSeconds(random.nextInt(4))));
                payment.decide(s.now).ifPresent(paymentReplies::add);
            } else {
                feed(null);
            }
        }

        /** Null lets the timer ring. */
        private void feed(@Nullable Input input) {
            if (input == null) {
                s.timeOut();
            } else {
                s.then(input);
            }
            boolean booked = s.status().isBooked();
            assertThat(!booked || s.booking.order().isFree() || payment.captured > payment.refunded)
                    .as("seed %d is not booked without funds", seed)
                    .isTrue();
            assertThat(!booked || calendar.takesPlace())
                    .as("seed %d is not booked before it is decided", seed)
                    .isTrue();
            takeCommands();
            checkBookedTime();
        }

        /** A booked session has a time whatever is under way, and no other than its own when nothing is. */
        private void checkBookedTime() {
            if (!s.status().isBooked()) {
                return;
            }
            Map<String, CalendarModel.State> live = calendar.live();
            assertThat(live).as("seed %d has a time", seed).containsValue(CalendarModel.State.CONFIRMED);
            boolean atRest = s.step() == Step.AWAIT_SESSION && commands.isEmpty() && calendarReplies.isEmpty();
            if (atRest) {
                live.values().removeIf(state -> state != CalendarModel.State.CONFIRMED);
                assertThat(live.keySet())
                        .as("seed %d has one time for good", seed)
                        .containsExactly(s.booking.reservationId());
            }
        }

        private void takeCommands() {
            s.sent.stream()
                    .skip(taken)
                    .filter(r ->
                            r.getClass().getAnnotation(Contract.class).topic().endsWith(".commands"))
                    .forEach(commands::add);
            taken = s.sent.size();
        }
    }
}
