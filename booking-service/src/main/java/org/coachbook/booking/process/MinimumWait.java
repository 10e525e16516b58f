package org.coachbook.booking.process;

import static org.coachbook.booking.process.Deadlines.BEFORE_AUTHORISATION_LAPSES;

import java.time.Instant;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.booking.MinimumAttendeesAwaited;
import org.coachbook.contracts.booking.MinimumAttendeesReached;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a session that takes place only if enough take part: its money is there, and the calendar decides once, for
 * all seats alike. There is no deadline for that here, because only the calendar knows who else takes part.
 */
final class MinimumWait {
    private final Draft d;
    private final Course course;
    private final Commands commands;

    MinimumWait(Draft draft, Course course) {
        this.d = draft;
        this.course = course;
        this.commands = new Commands(draft.before);
    }

    /** The seat is permanent; a repeat of this answer tells how it is now. */
    void confirmed(SlotConfirmed slot) {
        if (slot.decidesAt() == null) {
            reached();
        } else if (d.step() != Step.AWAIT_MINIMUM) {
            await(slot.decidesAt());
        }
    }

    private void await(Instant decision) {
        d.deadline = decision;
        d.enter(Step.AWAIT_MINIMUM, chargedAt());
        if (d.status != BookingStatus.PENDING_MINIMUM_ATTENDEES) {
            d.to(BookingStatus.PENDING_MINIMUM_ATTENDEES, Party.SYSTEM, "await_minimum", null);
            d.announce(MinimumAttendeesAwaited::new);
        }
    }

    /** An authorisation that would lapse before the decision is taken while it lives; null where there is none. */
    private @Nullable Instant chargedAt() {
        boolean nothingToTake = d.order().isFree() || d.payment.captured() > 0;
        Instant lapses = nothingToTake ? null : course.authorisationLapses();
        return lapses == null ? null : lapses.minus(BEFORE_AUTHORISATION_LAPSES);
    }

    /** Takes the money and goes on waiting; it is given back if too few take part. */
    void charge() {
        d.timer = null;
        d.send(d.before.id(), commands.capturePayment());
    }

    /** A repeat, which the calendar answers by what has become of the seat meanwhile. */
    void askAgain() {
        d.send(d.order().coachId(), commands.confirmSlot(d.slot));
    }

    /** Enough take part; whoever waited for it is told. */
    void reached() {
        if (d.step() == Step.AWAIT_MINIMUM) {
            d.deadline = null;
            d.announce(MinimumAttendeesReached::new);
        }
        course.capture();
    }
}
