package org.coachbook.booking.process;

import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.booking.BookingRescheduled;
import org.coachbook.contracts.booking.RescheduleDeclined;
import org.coachbook.contracts.booking.RescheduleProposed;
import org.jspecify.annotations.Nullable;

/**
 * How a booked session gets another time. The old one stays its own until the new one is: the calendar is asked until it
 * answers, and nothing is guessed.
 */
final class NewTime {
    private final Draft d;
    private final Deadlines deadlines;
    private final Ending ending;
    private final Commands commands;

    NewTime(Draft draft, Deadlines deadlines, Ending ending) {
        this.d = draft;
        this.deadlines = deadlines;
        this.ending = ending;
        this.commands = new Commands(draft.before);
    }

    /** The client moves his session to the only time that is wanted. */
    void moveTo(Proposal wanted) {
        d.proposal = wanted;
        begin(Step.MOVE_SLOT);
    }

    /** The calendar is to keep the times for the other party, besides the one that is booked. */
    void offer(Proposal offered) {
        d.proposal = offered;
        begin(Step.PROPOSE_TIMES);
    }

    /** The other party takes one of the times; the others are free again. */
    void take(Party by, int number, Proposal.Time time) {
        ending.releaseOffered(proposal().others(time));
        d.proposal = proposal().taking(number);
        d.note(by, "take_suggestion", null);
        begin(Step.TAKE_TIME);
    }

    /** Asks for what the step waits for, and once more when no answer comes; a repeat is answered as the first. */
    void ask() {
        begin(d.step());
    }

    private void begin(Step step) {
        d.enter(step, d.now.plus(deadlines.reservation()));
        d.ask(d.order().coachId(), commandOf(step));
    }

    private Record commandOf(Step step) {
        return switch (step) {
            case MOVE_SLOT -> commands.moveSlot(d.slot, chosen());
            case PROPOSE_TIMES -> commands.offerBesides(d.slot, proposal());
            case TAKE_TIME -> commands.confirmSlot(d.slot.at(chosen()));
            default -> throw new IllegalStateException("No new time is asked for in " + step);
        };
    }

    /** What the calendar says of a client's own move. */
    void moveSlot(Reply reply) {
        switch (reply) {
            case Reply.Moved r -> moved(r.slot());
            case Reply.Refused r -> notMoved(r.slot());
            default -> {}
        }
    }

    private void moved(SlotMoved reply) {
        Slot old = d.slot;
        d.slot = old.movedTo(chosen(), reply);
        d.proposal = proposal().taking(0);
        ending.unlessWished(() -> rescheduled(Party.CLIENT, old));
    }

    /** Refused times are released, or a late repeat of the command could still take them. */
    private void notMoved(SlotRefused reply) {
        ending.releaseOffered(proposal().times());
        Proposal asked = proposal();
        d.proposal = asked.refusedAs(reply);
        ending.unlessWished(() -> {
            if (reply.reason() == RefusalReason.NEEDS_ACCEPTANCE) {
                offer(asked.again(Proposal.nextAttempt(d.slot, asked)));
            } else {
                stay(Party.SYSTEM, "refuse_reschedule", proposal().refusedInWords());
            }
        });
    }

    /** What the calendar says of times that it was to keep for the other party. */
    void proposeTimes(Reply reply) {
        switch (reply) {
            case Reply.Held r ->
                ending.unlessWished(() -> proposed(r.alternatives().timeZone()));
            case Reply.NotHeld r -> {
                ending.releaseOffered(proposal().times());
                d.proposal = proposal().refusedAs(r.alternatives());
                ending.unlessWished(
                        () -> stay(Party.SYSTEM, "refuse_proposal", proposal().refusedInWords()));
            }
            default -> {}
        }
    }

    private void proposed(String timeZone) {
        d.slot = d.slot.inZone(timeZone);
        stay(proposal().by(), "propose", proposal().message());
        d.announce(RescheduleProposed::new);
    }

    /** What the calendar says of the time that was taken. A seat that still waits for others is no time to change to. */
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
        d.slot = old.at(chosen());
        d.send(d.order().coachId(), commands.releaseSlot(old));
        ending.unlessWished(() -> rescheduled(proposal().by().counterpart(), old));
    }

    private void lost(RefusalReason reason) {
        ending.releaseOffered(List.of(chosen()));
        d.proposal = proposal().lost(chosen(), reason);
        ending.unlessWished(() -> {
            stay(Party.SYSTEM, "proposal_lost", proposal().refusedInWords());
            d.announce(RescheduleDeclined::new);
        });
    }

    private void rescheduled(Party by, Slot old) {
        d.slot = d.slot.refundedAtMost(proposal().refundPercent());
        d.to(BookingStatus.RESCHEDULED, by, "reschedule", old.start() + " -> " + d.slot.start());
        awaitSession();
        d.announce(BookingRescheduled::new);
    }

    /** None of the times is to be had any more. */
    void close(Party by, String action, @Nullable String note) {
        ending.releaseOffered(proposal().times());
        d.proposal = proposal().closed(d.now);
        stay(by, action, note);
        d.announce(RescheduleDeclined::new);
    }

    /** Nobody took a proposed time in time, or else the session is over. */
    void wake() {
        if (d.proposal != null && d.proposal.isOpen()) {
            close(Party.SYSTEM, "proposal_expired", null);
        } else {
            ending.tookPlace(Party.SYSTEM);
        }
    }

    private void stay(Party by, String action, @Nullable String note) {
        d.note(by, action, note);
        awaitSession();
    }

    private void awaitSession() {
        boolean open = d.proposal != null && d.proposal.isOpen();
        d.enter(Step.AWAIT_SESSION, open ? proposal().deadline() : d.slot.end());
    }

    private Proposal.Time chosen() {
        int number = Objects.requireNonNullElse(proposal().taken(), 0);
        return proposal().numbered(number).orElseThrow();
    }

    private Proposal proposal() {
        return Objects.requireNonNull(d.proposal, "no other time is wanted");
    }
}
