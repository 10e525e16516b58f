package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.booking.TimesSuggested;
import org.jspecify.annotations.Nullable;

/**
 * A coach who cannot take a request as it is suggests other times. The calendar keeps them instead of the requested
 * one, which it frees in the same write; the client takes one of them at the agreed price, or none.
 */
final class Suggesting {
    private final Draft d;
    private final Course course;
    private final Ending ending;
    private final Commands commands;

    Suggesting(Draft draft, Course course, Ending ending) {
        this.d = draft;
        this.course = course;
        this.ending = ending;
        this.commands = new Commands(draft.before);
    }

    /** The coach suggests times; the same ones again, while they stand, change nothing. */
    Optional<Refusal> suggest(Action.Suggest action) {
        if (stand(action.times())) {
            return Optional.empty();
        }
        if (d.step() != Step.AWAIT_COACH) {
            return Optional.of(notNow(BookingStatus.REQUESTED));
        }
        List<Proposal.Refused> past = Proposal.past(action.times(), d.now);
        if (!past.isEmpty()) {
            return Optional.of(new Refusal.TimesUnavailable(past));
        }
        Instant deadline = course.answerDue(d.slot.joinableUntil(action.times(), d.now));
        d.proposal = Proposal.of(
                Party.COACH,
                action.times(),
                Proposal.nextAttempt(d.slot, d.proposal),
                deadline,
                action.message(),
                null);
        offer();
        return Optional.empty();
    }

    /** Asks the calendar to keep the times; without an answer the request ends when it would have ended anyway. */
    void offer() {
        d.enter(Step.SUGGEST_TIMES, d.deadline);
        d.ask(d.order().coachId(), commands.offerInstead(d.slot, proposal()));
    }

    /** All times are kept, and the requested one is free again. */
    void kept(AlternativesHeld reply) {
        d.slot = d.slot.inZone(reply.timeZone());
        d.to(BookingStatus.TIME_SUGGESTED, Party.COACH, "suggest", proposal().message());
        d.deadline = proposal().deadline();
        d.enter(Step.AWAIT_CHOICE, d.deadline);
        d.announce(TimesSuggested::new);
    }

    /** None is kept: the request waits for the coach as it did before. */
    void refused(AlternativesRefused reply) {
        ending.releaseOffered(proposal().times());
        d.proposal = proposal().refusedAs(reply);
        d.note(Party.SYSTEM, "refuse_suggestion", d.proposal.refusedInWords());
        d.enter(Step.AWAIT_COACH, d.deadline);
    }

    /** The client takes one of the times, which is as good as an acceptance by the coach; the others are free again. */
    Optional<Refusal> take(Party by, Action.TakeSuggestion action) {
        if (hasTaken(by, action.number())) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = mayChoose(by);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!d.now.isBefore(proposal().deadline())) {
            return Optional.of(new Refusal.OutOfTime(d.status, "The times were kept until their deadline only."));
        }
        return proposal()
                .numbered(action.number(), action.start())
                .map(time -> taken(by, action.number(), time))
                .orElseGet(() -> Optional.of(new Refusal.NoSuchSuggestion()));
    }

    private Optional<Refusal> taken(Party by, int number, Proposal.Time time) {
        ending.releaseOffered(proposal().others(time));
        d.proposal = proposal().taking(number);
        d.slot = d.slot.at(time);
        d.note(by, "take_suggestion", null);
        course.accepted();
        return Optional.empty();
    }

    /** The client takes none of the times. */
    Optional<Refusal> decline(Party by, @Nullable String message) {
        if (by == Party.CLIENT && d.status == BookingStatus.DECLINED) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = mayChoose(by);
        if (refusal.isEmpty()) {
            ending.declined(by, message);
        }
        return refusal;
    }

    private Optional<Refusal> mayChoose(Party by) {
        if (by != Party.CLIENT) {
            return Optional.of(new Refusal.NotTheirs(Party.CLIENT));
        }
        return d.step() == Step.AWAIT_CHOICE ? Optional.empty() : Optional.of(notNow(BookingStatus.TIME_SUGGESTED));
    }

    private Refusal notNow(BookingStatus possibleIn) {
        return d.status == possibleIn ? new Refusal.RequestInProgress() : new Refusal.IllegalTransition(d.status);
    }

    private boolean stand(List<Instant> times) {
        boolean offered = d.step() == Step.SUGGEST_TIMES || d.step() == Step.AWAIT_CHOICE;
        return offered && d.wish == null && proposal().offers(times);
    }

    private boolean hasTaken(Party by, int number) {
        boolean taken = d.proposal != null && Objects.equals(d.proposal.taken(), number);
        return taken && by == Party.CLIENT && d.wish == null && !d.status.isDead();
    }

    private Proposal proposal() {
        return Objects.requireNonNull(d.proposal, "nothing is offered");
    }
}
