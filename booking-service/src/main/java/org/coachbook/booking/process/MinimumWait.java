package org.coachbook.booking.process;

import static org.coachbook.booking.process.Deadlines.AUTHORISATION_LIVES;
import static org.coachbook.booking.process.Deadlines.BEFORE_AUTHORISATION_LAPSES;
import static org.coachbook.booking.process.Deadlines.DECISION_HEARD;
import static org.coachbook.booking.process.Deadlines.earlier;

import java.time.Instant;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.booking.MinimumAttendeesAwaited;
import org.coachbook.contracts.booking.MinimumAttendeesReached;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a session that takes place only if enough take part: its money is there, and the calendar decides once, for
 * all seats alike. Only the calendar knows who else takes part, so nothing is decided here: a seat that does not hear of
 * the decision in time asks for it until it does.
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
        d.enter(Step.AWAIT_MINIMUM, null);
        wakeAt(chargedAt(), decision.plus(DECISION_HEARD));
        if (d.status != BookingStatus.PENDING_MINIMUM_ATTENDEES) {
            d.to(BookingStatus.PENDING_MINIMUM_ATTENDEES, Party.SYSTEM, "await_minimum", null);
            d.announce(MinimumAttendeesAwaited::new);
        }
    }

    /** An authorisation that would lapse before the decision is taken while it lives; null where there is none. */
    private @Nullable Instant chargedAt() {
        if (d.order().isFree() || d.payment.captured() > 0) {
            return null;
        }
        Instant said = d.payment.captureBefore();
        Instant lapses = said == null ? d.stepSince().plus(AUTHORISATION_LIVES) : said;
        return lapses.minus(BEFORE_AUTHORISATION_LAPSES);
    }

    /** Takes money that would lapse, given back if too few take part, and asks for a decision that is not heard of. */
    void wake() {
        Instant charge = chargedAt();
        if (charge != null && !charge.isAfter(d.now)) {
            d.send(d.before.id(), commands.capturePayment());
            charge = null;
        }
        Instant asks = d.deadline == null ? d.now : d.deadline.plus(DECISION_HEARD);
        if (!asks.isAfter(d.now)) {
            d.ask(d.order().coachId(), commands.confirmSlot(d.slot));
            asks = d.now.plus(DECISION_HEARD);
        }
        wakeAt(charge, asks);
    }

    private void wakeAt(@Nullable Instant charge, Instant asks) {
        d.timer = charge == null ? asks : earlier(charge, asks);
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
