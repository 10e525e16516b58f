package org.coachbook.availability.reservations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.bookable.Bookables;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Guard;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.guard.Planned;
import org.coachbook.availability.reservations.SlotRefusals.Asked;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotReserved;

/** Reserves times for bookings, and moves permanent reservations; who does not get a new time keeps the old one. */
@ApplicationScoped
class Reservations {
    private final Bookables bookables;
    private final CalendarWeeks weeks;
    private final Guard guard;
    private final TimesElsewhere elsewhere;
    private final CountedBookings counted;
    private final SlotRefusals refusals;
    private final RefusedTimes refusedTimes;
    private final Clock clock;
    private final MeterRegistry meters;

    Reservations(
            Bookables bookables,
            CalendarWeeks weeks,
            Guard guard,
            TimesElsewhere elsewhere,
            CountedBookings counted,
            SlotRefusals refusals,
            RefusedTimes refusedTimes,
            Clock clock,
            MeterRegistry meters) {
        this.bookables = bookables;
        this.weeks = weeks;
        this.guard = guard;
        this.elsewhere = elsewhere;
        this.counted = counted;
        this.refusals = refusals;
        this.refusedTimes = refusedTimes;
        this.clock = clock;
        this.meters = meters;
    }

    /** How a time is taken: what the calendar is asked, and how that is counted and answered where it was done. */
    private record Way(
            Class<? extends Record> done,
            String counter,
            Function<Bookable, Function<Schedule, Planned>> plan,
            BiFunction<Bookable, Supplier<Outcome>, Outcome> limits,
            Consumer<Asked> refused) {}

    /** Reserves; answers the reply to send directly, or nothing when the calendar's own write sends it. */
    Optional<OutboxMessage> reserve(ReserveSlot command, String commandId) {
        Replies replies = new Replies(commandId);
        return take(
                Asked.of(command),
                replies,
                new Way(
                        SlotReserved.class,
                        "slots.reserved",
                        bookable -> new ReservePlan(command, counted.takenOver(command), admission(bookable), replies)
                                ::under,
                        (bookable, attempt) -> counted.within(command, bookable, attempt),
                        _ -> {}));
    }

    /** Moves; answers the reply to send directly, or nothing when the calendar's own write sends it. */
    Optional<OutboxMessage> move(MoveSlot command, String commandId) {
        Replies replies = new Replies(commandId);
        return take(
                Asked.of(command),
                replies,
                new Way(
                        SlotMoved.class,
                        "slots.moved",
                        bookable -> movePlan(command, bookable, replies)::under,
                        (_, attempt) -> counted.moved(command, attempt.get()),
                        asked -> refusedTimes.bury(asked.coachId(), asked.reservationId(), asked.start())));
    }

    private MovePlan movePlan(MoveSlot command, Bookable bookable, Replies replies) {
        Schedule schedule = bookable.schedule();
        return new MovePlan(
                command,
                weeks.entry(schedule, command.movedReservationId(), command.movedStart()),
                weeks.ownHolds(schedule, MovePlan.wanted(command, bookable.type()), clock.instant()),
                admission(bookable),
                replies);
    }

    private Admission admission(Bookable bookable) {
        return Admission.of(bookable, clock.instant());
    }

    private Optional<OutboxMessage> take(Asked asked, Replies replies, Way way) {
        return bookables
                .visible(asked.coachId(), asked.clientId(), asked.sessionTypeId())
                .map(bookable -> take(asked, bookable, replies, way))
                .orElseGet(
                        () -> Optional.of(refused(asked, replies, way, () -> refusals.nothingToBook(replies, asked))));
    }

    private Optional<OutboxMessage> take(Asked asked, Bookable bookable, Replies replies, Way way) {
        RefusalReason reason =
                elsewhere.refusal(bookable, asked.reservationId(), asked.holdId(), asked.start(), asked.minutes());
        Outcome outcome = reason != null
                ? Refused.because(reason)
                : way.limits()
                        .apply(
                                bookable,
                                () -> guard.reserve(
                                        bookable.schedule(), way.plan().apply(bookable)));
        return switch (outcome) {
            case Taken _ -> taken(way);
            case Repeated repeated -> Optional.of(again(asked, replies, way, repeated));
            case Refused refused ->
                Optional.of(refused(asked, replies, way, () -> refusals.answer(replies, asked, bookable, refused)));
        };
    }

    private Optional<OutboxMessage> taken(Way way) {
        meters.counter(way.counter()).increment();
        return Optional.empty();
    }

    /** Whatever speaks against it today: what was done the first time is done, and a repeat is told so. */
    private OutboxMessage refused(Asked asked, Replies replies, Way way, Supplier<OutboxMessage> answer) {
        return bookables
                .calendarOf(asked.coachId())
                .flatMap(schedule -> weeks.taken(schedule, asked.reservationId(), asked.start()))
                .map(repeated -> again(asked, replies, way, repeated))
                .orElseGet(() -> {
                    way.refused().accept(asked);
                    return answer.get();
                });
    }

    /** What was answered when the time was taken, once more. */
    private OutboxMessage again(Asked asked, Replies replies, Way way, Repeated repeated) {
        return replies.again(way.done(), asked.bookingId(), asked.reservationId(), repeated)
                .orElseGet(() -> refusals.taken(replies, asked, repeated));
    }
}
