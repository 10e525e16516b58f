package org.coachbook.booking.process;

import static org.coachbook.booking.process.Deadlines.earlier;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.contracts.booking.RescheduleDeclineReason;
import org.coachbook.contracts.booking.RescheduleDeclined;
import org.jspecify.annotations.Nullable;

/**
 * How a booked session gets another time. The old one stays its own until the new one is: the calendar is asked until it
 * answers, or the session begins.
 */
final class NewTime {
    private static final String WITHDRAW = "withdraw_proposal";

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
        d.enter(Step.MOVE_SLOT, nextAsk(d.now));
        ask();
    }

    /** The calendar is to keep the times for the other party, besides the one that is booked. */
    void offer(Proposal offered) {
        d.proposal = offered;
        d.enter(Step.PROPOSE_TIMES, nextAsk(d.now));
        ask();
    }

    /** The time that the client cannot move to by himself is to be kept for the coach; the client waits since he asked. */
    void offerInstead(Proposal offered) {
        d.proposal = offered;
        d.goOn(Step.PROPOSE_TIMES, nextAsk(d.now));
        ask();
    }

    /** The other party takes one of the times; the others are free again. */
    void take(Party by, int number, Proposal.Time time) {
        ending.releaseOffered(proposal().others(time));
        d.proposal = proposal().taking(number);
        d.note(by, "take_suggestion", null);
        d.enter(Step.TAKE_TIME, nextAsk(d.now));
        ask();
    }

    /** Asks once more when no answer comes, less and less often; a repeat is answered as the first. */
    void askAgain() {
        if (d.now.isBefore(d.slot.start())) {
            d.timer = nextAsk(d.stepSince());
            ask();
        } else {
            giveUp();
        }
    }

    private Instant nextAsk(Instant since) {
        return earlier(deadlines.askAgain(since, d.now), d.slot.start());
    }

    private void ask() {
        d.ask(d.order().coachId(), commandOf(d.step()));
    }

    private Record commandOf(Step step) {
        return switch (step) {
            case MOVE_SLOT -> commands.moveSlot(d.slot, chosen());
            case PROPOSE_TIMES -> commands.offerBesides(d.slot, proposal());
            case TAKE_TIME -> commands.confirmSlot(d.slot.at(chosen()));
            default -> throw new IllegalStateException("No new time is asked for in " + step);
        };
    }

    /**
     * The session begins without an answer, so it takes place. Commands to a coach's calendar are handled in order: a
     * release behind the question undoes whatever becomes of it, and keeps a repeat of it from taking the time.
     */
    private void giveUp() {
        boolean taking = d.step() == Step.TAKE_TIME;
        ending.releaseOffered(taking ? List.of(chosen()) : proposal().times());
        d.proposal = proposal().tooLate();
        String action = taking ? "proposal_lost" : d.step() == Step.MOVE_SLOT ? "refuse_reschedule" : "refuse_proposal";
        ending.unlessWished(() -> {
            stay(Party.SYSTEM, action, "the session began before the calendar answered");
            decline(taking ? RescheduleDeclineReason.LOST : RescheduleDeclineReason.REFUSED);
        });
    }

    /** None of the times is to be had any more. */
    void close(Party by, @Nullable String note) {
        boolean own = by == proposal().by();
        end(by, own ? WITHDRAW : "decline_proposal", note);
        decline(own ? RescheduleDeclineReason.WITHDRAWN : RescheduleDeclineReason.DECLINED);
    }

    private void end(Party by, String action, @Nullable String note) {
        ending.releaseOffered(proposal().times());
        d.proposal = proposal().closed(d.now);
        stay(by, action, note);
    }

    /** Nobody took a proposed time in time, or else the session is over. */
    void wake() {
        if (d.proposal != null && d.proposal.isOpen()) {
            end(Party.SYSTEM, "proposal_expired", null);
            decline(RescheduleDeclineReason.EXPIRED);
        } else {
            ending.tookPlace(Party.SYSTEM);
        }
    }

    /** The session keeps its time. */
    void stay(Party by, String action, @Nullable String note) {
        d.note(by, action, note);
        awaitSession();
    }

    /** Both parties hear that it keeps its time, and why. */
    void decline(RescheduleDeclineReason reason) {
        d.announce((booking, coach, client, type, start, end, status, sequence) ->
                new RescheduleDeclined(booking, coach, client, type, start, end, status, sequence, reason));
    }

    void awaitSession() {
        boolean open = d.proposal != null && d.proposal.isOpen();
        d.enter(Step.AWAIT_SESSION, open ? proposal().deadline() : d.slot.end());
    }

    /** From when on this party proposes again: a client who takes back what he had proposed would keep time after time. */
    Optional<Instant> proposesAgain(Party by) {
        return d.before.progress().history().reversed().stream()
                .filter(entry ->
                        by == Party.CLIENT && entry.by() == by && entry.action().equals(WITHDRAW))
                .map(entry -> entry.at().plus(Deadlines.PROPOSES_AGAIN))
                .findFirst()
                .filter(d.now::isBefore);
    }

    /** The time that is to replace the booked one. */
    Proposal.Time chosen() {
        int number = Objects.requireNonNullElse(proposal().taken(), 0);
        return proposal().numbered(number).orElseThrow();
    }

    Proposal proposal() {
        return Objects.requireNonNull(d.proposal, "no other time is wanted");
    }
}
