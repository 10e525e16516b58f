package org.coachbook.booking.process;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.booking.cancellation.CancellationPreview;
import org.jspecify.annotations.Nullable;

/**
 * What people may do when. The same action by the same person again changes nothing; while a command is out, cancel
 * and decline are kept as a wish and anything else is refused.
 */
final class ActionRules {
    private final Draft d;
    private final Course course;
    private final Ending ending;
    private final Suggesting suggesting;
    private final Rescheduling rescheduling;

    ActionRules(Draft draft, Course course, Ending ending, Rescheduling rescheduling) {
        this.d = draft;
        this.course = course;
        this.ending = ending;
        this.suggesting = new Suggesting(draft, course, ending);
        this.rescheduling = rescheduling;
    }

    /** Does the action; the reason when it is refused. */
    Optional<Refusal> apply(Action action) {
        Optional<Party> party = d.order().partyOf(action.userId());
        if (party.isEmpty()) {
            return Optional.of(new Refusal.Stranger());
        }
        return switch (action) {
            case Action.Cancel cancel -> cancel(party.get(), cancel);
            case Action.Reschedule reschedule -> rescheduling.reschedule(party.get(), reschedule);
            case Action.Suggest suggest when d.status.isBooked() -> rescheduling.suggest(party.get(), suggest);
            case Action.TakeSuggestion take when d.status.isBooked() -> rescheduling.take(party.get(), take);
            case Action.DeclineSuggestions decline
            when d.status.isBooked() -> rescheduling.decline(party.get(), decline.message());
            case Action.TakeSuggestion take -> suggesting.take(party.get(), take);
            case Action.DeclineSuggestions decline -> suggesting.decline(party.get(), decline.message());
            case Action.Accept _ -> byCoach(party.get(), this::accept);
            case Action.Decline decline -> byCoach(party.get(), () -> decline(decline.message()));
            case Action.Suggest suggest -> byCoach(party.get(), () -> suggesting.suggest(suggest));
            case Action.Complete _ -> byCoach(party.get(), () -> attendance(BookingStatus.COMPLETED));
            case Action.NoShow _ -> byCoach(party.get(), () -> attendance(BookingStatus.NO_SHOW));
        };
    }

    private static Optional<Refusal> byCoach(Party party, Supplier<Optional<Refusal>> action) {
        return party == Party.COACH ? action.get() : Optional.of(new Refusal.NotTheirs(Party.COACH));
    }

    private Optional<Refusal> accept() {
        if (d.accepted && !d.status.isDead() && d.wish == null) {
            return done();
        }
        if (d.step() != Step.AWAIT_COACH) {
            boolean underWay = d.step() == Step.SUGGEST_TIMES || (d.accepted && d.wish != null);
            return underWay ? inProgress() : illegal();
        }
        course.accepted();
        return done();
    }

    private Optional<Refusal> decline(@Nullable String message) {
        if (d.status == BookingStatus.DECLINED) {
            return done();
        }
        if (d.status != BookingStatus.REQUESTED && d.status != BookingStatus.TIME_SUGGESTED) {
            return illegal();
        }
        if (d.step().isInFlight()) {
            return wish(new Wish(BookingStatus.DECLINED, Party.COACH, message, d.now));
        }
        ending.declined(Party.COACH, message);
        return done();
    }

    private Optional<Refusal> cancel(Party by, Action.Cancel cancel) {
        if (d.status == by.cancelled() || wishesAlready(by.cancelled())) {
            return done();
        }
        CancellationPreview preview = CancellationPolicy.preview(d.before, by, d.now);
        if (!preview.allowed()) {
            boolean started = Transitions.allowed(d.status, by.cancelled());
            return started ? outOfTime("A booking can be cancelled until it starts.") : illegal();
        }
        if (!preview.isAsShown(cancel.expectedRefund(), cancel.expectedDiscountReturned())) {
            return Optional.of(new Refusal.RefundChanged(preview));
        }
        if (d.step().isInFlight()) {
            return wish(new Wish(by.cancelled(), by, cancel.reason(), d.now));
        }
        ending.cancelled(by, cancel.reason(), d.now);
        return done();
    }

    private Optional<Refusal> attendance(BookingStatus said) {
        if (d.status == said) {
            return done();
        }
        if (!Transitions.allowed(d.status, said)) {
            return illegal();
        }
        if (d.step().isInFlight()) {
            return inProgress();
        }
        Instant end = d.slot.end();
        if (d.now.isBefore(end)) {
            return outOfTime("This can be said when the session is over.");
        }
        if (d.now.isAfter(end.plus(Deadlines.ATTENDANCE))) {
            return outOfTime("This can be said within 7 days after the session.");
        }
        if (said == BookingStatus.COMPLETED) {
            ending.tookPlace(Party.COACH);
        } else {
            ending.clientDidNotCome();
        }
        return done();
    }

    private Optional<Refusal> wish(Wish wish) {
        if (wishesAlready(wish.ending())) {
            return done();
        }
        if (d.wish != null) {
            return inProgress();
        }
        d.wish = wish;
        return done();
    }

    private boolean wishesAlready(BookingStatus ending) {
        return d.wish != null && d.wish.ending() == ending;
    }

    private static Optional<Refusal> done() {
        return Optional.empty();
    }

    private Optional<Refusal> illegal() {
        return Optional.of(new Refusal.IllegalTransition(d.status));
    }

    private Optional<Refusal> outOfTime(String rule) {
        return Optional.of(new Refusal.OutOfTime(d.status, rule));
    }

    private static Optional<Refusal> inProgress() {
        return Optional.of(new Refusal.RequestInProgress());
    }
}
