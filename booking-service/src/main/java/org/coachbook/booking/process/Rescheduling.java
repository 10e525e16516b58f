package org.coachbook.booking.process;

import static org.coachbook.booking.process.Deadlines.earlier;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Who may change the time of a booked session, and when. The client moves it by himself before the cancellation deadline,
 * where the new time costs no more today than was agreed; otherwise one party proposes and the other takes. The agreed
 * price stays.
 */
final class Rescheduling {
    private final Draft d;
    private final Deadlines deadlines;
    private final NewTime newTime;

    Rescheduling(Draft draft, Deadlines deadlines, NewTime newTime) {
        this.d = draft;
        this.deadlines = deadlines;
        this.newTime = newTime;
    }

    /** Moves the session or proposes the time; the same once more, or the time that it has, changes nothing. */
    Optional<Refusal> reschedule(Party by, Action.Reschedule action) {
        List<Instant> times = List.of(action.start());
        if (isWanted(by, times) || isThere(action.start())) {
            return Optional.empty();
        }
        return notNow().or(() -> tooSoon(action.start()))
                .or(() -> ownMove(by, action) ? move(action) : offer(by, times, action.message()));
    }

    /** After the cancellation deadline the client's move, too, is for the coach to agree to. */
    private boolean ownMove(Party by, Action.Reschedule action) {
        return by == Party.CLIENT
                && !action.propose()
                && CancellationPolicy.mayStillMove(tiers(), d.slot.start(), d.now);
    }

    private Optional<Refusal> move(Action.Reschedule action) {
        TodaysPrice today = action.today();
        if (today == null) {
            return Optional.of(new Refusal.PriceUnknown());
        }
        if (today.isHigherThanAgreed(d.order())) {
            return Optional.of(new Refusal.PriceDiffers(
                    TodaysPrice.comparedIn(d.order()),
                    d.order().quote().price().currency(),
                    today.comparedWith(d.order()),
                    today.currency()));
        }
        List<Instant> times = List.of(action.start());
        newTime.moveTo(wanted(Party.CLIENT, times, action.message()));
        return Optional.empty();
    }

    /** Either party proposes times. */
    Optional<Refusal> suggest(Party by, Action.Suggest action) {
        if (isWanted(by, action.times())) {
            return Optional.empty();
        }
        return notNow().or(() -> past(action.times())).or(() -> offer(by, action.times(), action.message()));
    }

    /** A client has one time kept, and does not take it back to have the next one kept at once. */
    private Optional<Refusal> offer(Party by, List<Instant> times, @Nullable String message) {
        if (by == Party.CLIENT && times.size() > 1) {
            return Optional.of(new Refusal.TooManyTimes());
        }
        Optional<Refusal> refusal = newTime.proposesAgain(by).map(Refusal.TookBackLately::new);
        if (refusal.isEmpty()) {
            newTime.offer(wanted(by, times, message));
        }
        return refusal;
    }

    /** The other party takes one of the times; the same once more gets the same answer. */
    Optional<Refusal> take(Party by, Action.TakeSuggestion action) {
        Proposal proposal = d.proposal;
        if (proposal == null) {
            return notOffered();
        }
        if (by == proposal.by()) {
            return Optional.of(new Refusal.NotTheirs(by.counterpart()));
        }
        if (Objects.equals(proposal.taken(), action.number()) && d.wish == null) {
            return proposal.refused().stream()
                    .<Refusal>map(r -> new Refusal.SlotUnavailable(r.reason(), List.of()))
                    .findFirst();
        }
        return d.step().isInFlight() ? inProgress() : take(by, action, proposal);
    }

    private Optional<Refusal> take(Party by, Action.TakeSuggestion action, Proposal proposal) {
        if (!proposal.isOpen() || !d.now.isBefore(earlier(proposal.deadline(), d.slot.start()))) {
            return notOffered();
        }
        Optional<Proposal.Time> time = proposal.numbered(action.number(), action.start());
        time.ifPresent(found -> newTime.take(by, action.number(), found));
        return time.isPresent() ? Optional.empty() : Optional.of(new Refusal.NoSuchSuggestion());
    }

    /** The other party takes none of the times, or their author takes them back. */
    Optional<Refusal> decline(Party by, @Nullable String message) {
        Proposal proposal = d.proposal;
        if (proposal != null && proposal.closedAt() != null) {
            return Optional.empty();
        }
        if (d.step().isInFlight()) {
            return inProgress();
        }
        if (proposal == null || !proposal.isOpen()) {
            return notOffered();
        }
        newTime.close(by, message);
        return Optional.empty();
    }

    private boolean isWanted(Party by, List<Instant> times) {
        Proposal proposal = d.proposal;
        boolean asked = d.step() == Step.MOVE_SLOT || d.step() == Step.PROPOSE_TIMES || d.step() == Step.AWAIT_SESSION;
        return asked
                && proposal != null
                && proposal.isOpen()
                && proposal.by() == by
                && proposal.offers(times)
                && d.wish == null;
    }

    private Optional<Refusal> tooSoon(Instant start) {
        boolean over = !start.isAfter(d.now);
        return over ? Optional.of(new Refusal.SlotUnavailable(RefusalReason.TOO_SOON, List.of())) : Optional.empty();
    }

    private Optional<Refusal> past(List<Instant> times) {
        List<Proposal.Refused> past = Proposal.past(times, d.now);
        return past.isEmpty() ? Optional.empty() : Optional.of(new Refusal.TimesUnavailable(past));
    }

    private boolean isThere(Instant start) {
        return d.step() == Step.AWAIT_SESSION && start.equals(d.slot.start());
    }

    private Optional<Refusal> notNow() {
        if (!d.status.isBooked()) {
            return Optional.of(new Refusal.IllegalTransition(d.status));
        }
        if (d.step() != Step.AWAIT_SESSION) {
            return inProgress();
        }
        if (d.proposal != null && d.proposal.isOpen()) {
            return Optional.of(new Refusal.ProposalOpen(d.proposal.by()));
        }
        boolean started = !d.now.isBefore(d.slot.start());
        return started ? outOfTime("A session can get another time until it starts.") : Optional.empty();
    }

    /**
     * The times that a party wants; none can be taken when the session that they are to replace has begun. What the client
     * would get back now is what he gets at most once he has moved; the coach never caps it.
     */
    private Proposal wanted(Party by, List<Instant> starts, @Nullable String message) {
        Instant latest = earlier(d.slot.joinableUntil(starts, d.now), d.slot.start());
        Instant deadline = earlier(d.now.plus(deadlines.request()), latest);
        Integer percent = by == Party.CLIENT ? CancellationPolicy.refundPercent(tiers(), d.slot.start(), d.now) : null;
        return Proposal.of(by, starts, Proposal.nextAttempt(d.slot, d.proposal), deadline, message, percent);
    }

    private List<RefundTier> tiers() {
        return d.order().quote().cancellationTiers();
    }

    private Optional<Refusal> notOffered() {
        return outOfTime("No other time is offered for it any more.");
    }

    private Optional<Refusal> outOfTime(String rule) {
        return Optional.of(new Refusal.OutOfTime(d.status, rule));
    }

    private static Optional<Refusal> inProgress() {
        return Optional.of(new Refusal.RequestInProgress());
    }
}
