package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.contracts.booking.ExpiryReason;
import org.jspecify.annotations.Nullable;

/**
 * The process that places a booking, carries it to its session and ends it. It is a function: the booking as it is and
 * what has happened go in, the booking as it becomes and what is sent come out.
 *
 * <pre>
 * reserve-slot     the calendar reserves the time            or: rejected
 * redeem           the discount of the quote is used         or: rejected, the slot is released (only with a code)
 * prepare-payment  the payment is prepared                   or: rejected, the slot is released (skipped when free)
 * await-payment    the client pays                           or: the deadline passes, settle-payment
 * settle-payment   is it paid or not? asked until it is known    then: on, or expired and the slot is released
 * await-coach      the coach accepts (requests only)         or: declined, expired, everything is given back
 * suggest-times    the calendar keeps other times instead (requests only)    or: the request waits as before
 * await-choice     the client takes one of them              or: declined, expired, everything is given back
 * confirm-slot     the time becomes permanent                or: rejected, the money goes back
 * await-minimum    enough take part (only with a minimum) or: expired, everything is given back
 * capture          the authorised money is taken             or: rejected, the slot is released
 * await-session    the session takes place                   or: cancelled, refunded by the policy
 * move-slot        the client moves his session              or: it stays where it is, or the coach is asked
 * propose-times    the calendar keeps other times besides    or: it stays where it is
 * take-time        the other party takes one of them         or: it stays where it is
 * </pre>
 *
 * The last three lead back to await-session.
 *
 * With payment on acceptance, await-coach comes before prepare-payment.
 */
public final class BookingProcess {
    /** Stored with each step, so that a later version can tell what an older one meant. */
    static final int VERSION = 1;

    private final Deadlines deadlines;

    public BookingProcess(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The first decision: the order becomes a booking that asks the calendar for its time. */
    public Decision.Move place(String id, Order order, Instant now) {
        Draft draft = Draft.of(Booking.ordered(id, order, now), now);
        new Course(draft, deadlines).reserveSlot();
        return (Decision.Move) draft.decision();
    }

    /**
     * What the input makes of the booking.
     *
     * @throws IllegalStateException when the booking is somewhere this process does not know; nothing may be guessed
     */
    public Decision decide(Booking booking, Input input, Instant now) {
        Draft draft = Draft.of(booking, now);
        Course course = new Course(draft, deadlines);
        Ending ending = new Ending(draft);
        NewTime newTime = new NewTime(draft, deadlines, ending);
        Optional<Refusal> refusal = Optional.empty();
        switch (input) {
            case Reply reply -> new ReplyRules(draft, course, ending, newTime).apply(reply);
            case Action action -> {
                Rescheduling rescheduling = new Rescheduling(draft, deadlines, newTime);
                refusal = new ActionRules(draft, course, ending, rescheduling).apply(action);
            }
            case Input.TimeOut _ -> timeOut(draft, course, ending, newTime);
            case Input.Compensate _ -> compensate(draft, ending);
            case Input.Resend _ -> resend(draft, course, ending, newTime);
        }
        return refusal.<Decision>map(Decision.Refuse::new).orElseGet(draft::decision);
    }

    /** What each step does when its time is over. */
    private static void timeOut(Draft draft, Course course, Ending ending, NewTime newTime) {
        if (!isDue(draft.timer, draft.now)) {
            return;
        }
        switch (draft.step()) {
            case RESERVE_SLOT -> endUnanswered(draft.wish, ending, "the calendar did not answer in time");
            case REDEEM -> endUnanswered(draft.wish, ending, "the discount was not confirmed in time");
            case PREPARE_PAYMENT, AWAIT_PAYMENT, CAPTURE -> course.settlePayment();
            case SETTLE_PAYMENT -> course.askAgain();
            case SUGGEST_TIMES -> endUnanswered(draft.wish, ending, "the calendar did not answer in time");
            case AWAIT_COACH, AWAIT_CHOICE -> ending.expired(ExpiryReason.NOT_ANSWERED, "no answer in time");
            case AWAIT_MINIMUM -> new MinimumWait(draft, course).wake();
            case AWAIT_SESSION -> newTime.wake();
            case MOVE_SLOT, PROPOSE_TIMES, TAKE_TIME -> newTime.askAgain();
            case CONFIRM_SLOT, ENDED -> draft.timer = null;
        }
    }

    private static boolean isDue(@Nullable Instant timer, Instant now) {
        return timer != null && !timer.isAfter(now);
    }

    private static void endUnanswered(@Nullable Wish wish, Ending ending, String note) {
        if (wish == null) {
            ending.expired(null, note);
        } else {
            ending.fulfil(wish);
        }
    }

    private static void compensate(Draft draft, Ending ending) {
        if (draft.status.isDead() || draft.status.isOver()) {
            List.copyOf(draft.owed).forEach(ending::undo);
        } else {
            ending.compensated();
        }
    }

    /** Sends what the step waits for, or what is owed, once more; receivers answer a repeat as they did before. */
    private static void resend(Draft draft, Course course, Ending ending, NewTime newTime) {
        switch (draft.step()) {
            case RESERVE_SLOT -> course.reserveSlot();
            case REDEEM -> Optional.ofNullable(draft.order().redeems()).ifPresent(course::redeem);
            case SETTLE_PAYMENT -> course.askAgain();
            case PREPARE_PAYMENT, CAPTURE -> course.settlePayment();
            case CONFIRM_SLOT -> course.confirmSlot();
            case AWAIT_MINIMUM -> new MinimumWait(draft, course).askAgain();
            case ENDED -> List.copyOf(draft.owed).forEach(ending::undo);
            case SUGGEST_TIMES -> new Suggesting(draft, course, ending).offer();
            case MOVE_SLOT, PROPOSE_TIMES, TAKE_TIME -> newTime.askAgain();
            case AWAIT_PAYMENT, AWAIT_COACH, AWAIT_CHOICE, AWAIT_SESSION -> {}
        }
    }
}
