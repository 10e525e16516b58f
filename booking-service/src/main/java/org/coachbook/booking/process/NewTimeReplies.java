package org.coachbook.booking.process;

import java.time.Duration;
import java.util.List;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.booking.BookingRescheduled;
import org.coachbook.contracts.booking.RescheduleDeclineReason;
import org.coachbook.contracts.booking.RescheduleProposed;
import org.jspecify.annotations.Nullable;

/** What the calendar says of the new times that a booked session is to get. */
final class NewTimeReplies {
    /** From then on people hear of a refusal by an event: who asked may not wait any more. */
    private static final Duration STILL_WAITING = Deadlines.PATIENCE.dividedBy(2);

    private final Draft d;
    private final Ending ending;
    private final NewTime newTime;
    private final Commands commands;

    NewTimeReplies(Draft draft, Ending ending, NewTime newTime) {
        this.d = draft;
        this.ending = ending;
        this.newTime = newTime;
        this.commands = new Commands(draft.before);
    }

    /** What it says of a client's own move. */
    void moveSlot(Reply reply) {
        switch (reply) {
            case Reply.Moved r -> moved(r.slot());
            case Reply.Refused r -> notMoved(r.slot());
            default -> {}
        }
    }

    /** A move of his own leaves no proposal behind that anybody could take once more. */
    private void moved(SlotMoved reply) {
        Slot old = d.slot;
        Integer percent = newTime.proposal().refundPercent();
        d.slot = old.movedTo(newTime.chosen(), reply);
        d.proposal = null;
        ending.unlessWished(() -> rescheduled(Party.CLIENT, old, percent));
    }

    /** Refused times are released, or a late repeat of the command could still take them. */
    private void notMoved(SlotRefused reply) {
        Proposal asked = newTime.proposal();
        ending.releaseOffered(asked.times());
        d.proposal = asked.refusedAs(reply);
        ending.unlessWished(() -> {
            if (reply.reason() == RefusalReason.NEEDS_ACCEPTANCE && canBeProposed(asked)) {
                newTime.offerInstead(asked.again(Proposal.nextAttempt(d.slot, asked)));
            } else {
                refused("refuse_reschedule");
            }
        });
    }

    private boolean canBeProposed(Proposal asked) {
        return d.now.isBefore(asked.deadline())
                && newTime.proposesAgain(asked.by()).isEmpty();
    }

    /** What it says of times that it was to keep for the other party. */
    void proposeTimes(Reply reply) {
        switch (reply) {
            case Reply.Held r ->
                ending.unlessWished(() -> proposed(r.alternatives().timeZone()));
            case Reply.NotHeld r -> {
                ending.releaseOffered(newTime.proposal().times());
                d.proposal = newTime.proposal().refusedAs(r.alternatives());
                ending.unlessWished(() -> refused("refuse_proposal"));
            }
            default -> {}
        }
    }

    private void proposed(String timeZone) {
        d.slot = d.slot.inZone(timeZone);
        newTime.stay(newTime.proposal().by(), "propose", newTime.proposal().message());
        d.announce(RescheduleProposed::new);
    }

    private void refused(String action) {
        boolean waiting = d.now.isBefore(d.stepSince().plus(STILL_WAITING));
        newTime.stay(Party.SYSTEM, action, newTime.proposal().refusedInWords());
        if (!waiting) {
            newTime.decline(RescheduleDeclineReason.REFUSED);
        }
    }

    /** What it says of the time that was taken. A seat that still waits for others is no time to change to. */
    void takeTime(Reply reply) {
        switch (reply) {
            case Reply.Confirmed r when r.slot().decidesAt() == null -> taken();
            case Reply.Confirmed _, Reply.Off _ -> lost(RefusalReason.JUST_CHANGED);
            case Reply.Lost r -> lost(r.slot().reason());
            default -> {}
        }
    }

    private void taken() {
        Slot old = d.slot;
        Proposal proposal = newTime.proposal();
        d.slot = old.at(newTime.chosen());
        d.send(d.order().coachId(), commands.releaseSlot(old));
        ending.unlessWished(() -> rescheduled(proposal.by().counterpart(), old, proposal.refundPercent()));
    }

    private void lost(RefusalReason reason) {
        Proposal.Time chosen = newTime.chosen();
        ending.releaseOffered(List.of(chosen));
        d.proposal = newTime.proposal().lost(chosen, reason);
        ending.unlessWished(() -> {
            newTime.stay(Party.SYSTEM, "proposal_lost", newTime.proposal().refusedInWords());
            newTime.decline(RescheduleDeclineReason.LOST);
        });
    }

    private void rescheduled(Party by, Slot old, @Nullable Integer refundPercent) {
        d.slot = d.slot.refundedAtMost(refundPercent);
        d.to(BookingStatus.RESCHEDULED, by, "reschedule", old.start() + " -> " + d.slot.start());
        newTime.awaitSession();
        d.announce(BookingRescheduled::new);
    }
}
