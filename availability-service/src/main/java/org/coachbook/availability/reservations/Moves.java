package org.coachbook.availability.reservations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Guard;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.reservations.Bookables.Bookable;
import org.coachbook.availability.reservations.SlotRefusals.Asked;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotMoved;
import org.jspecify.annotations.Nullable;

/** Moves permanent reservations to other times; who does not get the new one keeps the old one. */
@ApplicationScoped
class Moves {
    private final Bookables bookables;
    private final CalendarWeeks weeks;
    private final Guard guard;
    private final TimesElsewhere elsewhere;
    private final SlotRefusals refusals;
    private final Clock clock;
    private final MeterRegistry meters;

    Moves(
            Bookables bookables,
            CalendarWeeks weeks,
            Guard guard,
            TimesElsewhere elsewhere,
            SlotRefusals refusals,
            Clock clock,
            MeterRegistry meters) {
        this.bookables = bookables;
        this.weeks = weeks;
        this.guard = guard;
        this.elsewhere = elsewhere;
        this.refusals = refusals;
        this.clock = clock;
        this.meters = meters;
    }

    /** Moves; answers the reply to send directly, or nothing when the calendar's own write sends it. */
    Optional<OutboxMessage> move(MoveSlot command, String commandId) {
        Replies replies = new Replies(commandId);
        return bookables
                .of(command.coachId(), command.clientId(), command.sessionTypeId())
                .map(bookable -> move(command, bookable, replies))
                .orElseGet(() -> Optional.of(refusals.nothingToBook(replies, Asked.of(command))));
    }

    private Optional<OutboxMessage> move(MoveSlot command, Bookable bookable, Replies replies) {
        @Nullable Entry moved = weeks.entry(bookable.schedule(), command.movedReservationId(), command.movedStart());
        boolean busy = elsewhere.take(bookable, command.reservationId(), command.start(), command.durationMinutes());
        Outcome outcome = busy
                ? Refused.because(RefusalReason.OVERLAPS)
                : guard.reserve(bookable.schedule(), current -> new MovePlan(
                                command, moved, Admission.of(bookable, clock.instant()), replies)
                        .under(current));
        return switch (outcome) {
            case Taken _ -> taken();
            case Repeated repeated -> Optional.of(again(replies, command, bookable, repeated));
            case Refused refused -> Optional.of(refusals.answer(replies, Asked.of(command), bookable, refused));
        };
    }

    private Optional<OutboxMessage> taken() {
        meters.counter("slots.moved").increment();
        return Optional.empty();
    }

    private OutboxMessage again(Replies replies, MoveSlot command, Bookable bookable, Repeated repeated) {
        return replies.again(SlotMoved.class, command.bookingId(), command.reservationId(), repeated)
                .orElseGet(() -> refusals.answer(
                        replies,
                        Asked.of(command),
                        bookable,
                        new Refused(RefusalReason.OVERLAPS, repeated.sequence())));
    }
}
