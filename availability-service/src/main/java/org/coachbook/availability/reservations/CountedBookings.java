package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.holds.BookingAllowance;
import org.coachbook.availability.holds.Hold;
import org.coachbook.availability.holds.OpenBooking;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReserveSlot;
import org.jspecify.annotations.Nullable;

/** Reserves within what its client may keep and ask for at once; the allowance is written before the calendar. */
@ApplicationScoped
class CountedBookings {
    private final BookingAllowance allowance;
    private final CalendarWeeks weeks;
    private final Clock clock;

    CountedBookings(BookingAllowance allowance, CalendarWeeks weeks, Clock clock) {
        this.allowance = allowance;
        this.weeks = weeks;
        this.clock = clock;
    }

    /** Makes the attempt, unless that is one too many. What is confirmed at once is never open, so it counts nowhere. */
    Outcome within(ReserveSlot command, Bookable bookable, Supplier<Outcome> attempt) {
        Admission admission = Admission.of(bookable, clock.instant());
        if (admission.refusal(bookable.schedule(), command.start(), command.durationMinutes()) != null) {
            return attempt.get();
        }
        BookingMode mode = admission.mode(bookable.schedule(), wanted(command, bookable));
        return mode == BookingMode.FIRM && command.confirm()
                ? confirmed(command, attempt.get())
                : counted(command, bookable, mode, attempt);
    }

    private Outcome confirmed(ReserveSlot command, Outcome outcome) {
        if (!(outcome instanceof Refused) && command.holdId() != null) {
            allowance.takenOver(command.clientId(), command.holdId(), command.coachId());
        }
        return outcome;
    }

    /** The hold that a booking is made of: one of its client with its coach, while that has not run out. */
    @Nullable
    Hold takenOver(ReserveSlot command) {
        return command.holdId() == null
                ? null
                : allowance.held(command.clientId(), command.holdId(), command.coachId());
    }

    /** The client's holds that were in the way of the time that he moved to are gone. */
    Outcome moved(MoveSlot command, Outcome outcome) {
        Entry entry =
                switch (outcome) {
                    case Taken(Entry taken) -> taken;
                    case Repeated(Entry standing, long _) -> standing;
                    case Refused _ -> null;
                };
        if (entry != null) {
            allowance.gaveWay(command.clientId(), command.coachId(), entry.visible(), entry.occupied());
        }
        return outcome;
    }

    private Outcome counted(ReserveSlot command, Bookable bookable, BookingMode mode, Supplier<Outcome> attempt) {
        RefusalReason tooMany = allowance.take(command.clientId(), open(command, mode));
        if (tooMany != null && !stands(command, bookable)) {
            return Refused.because(tooMany);
        }
        Outcome outcome = attempt.get();
        if (outcome instanceof Refused || isSettled(outcome)) {
            allowance.undo(command.clientId(), command.bookingId(), command.reservationId());
        }
        return outcome;
    }

    private static OpenBooking open(ReserveSlot command, BookingMode mode) {
        return new OpenBooking(
                command.bookingId(),
                List.of(command.reservationId()),
                command.coachId(),
                command.holdId(),
                mode == BookingMode.REQUEST,
                true,
                command.expiresAt());
    }

    /** A command may come again long after the booking was confirmed. */
    private static boolean isSettled(Outcome outcome) {
        return outcome instanceof Repeated(Entry entry, long _) && entry.kind() == Entry.Kind.CONFIRMED;
    }

    private boolean stands(ReserveSlot command, Bookable bookable) {
        return weeks.entry(bookable.schedule(), command.reservationId(), command.start()) != null;
    }

    private static Candidate wanted(ReserveSlot command, Bookable bookable) {
        return Candidate.of(bookable.type(), command.start(), command.durationMinutes(), command.clientId());
    }
}
