package org.coachbook.booking.process;

import java.util.Locale;
import org.coachbook.contracts.booking.ExpiryReason;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.RedeemableDiscount;

/** What each step makes of each reply. What a reply tells about the money is learnt before, whatever the step. */
final class ReplyRules {
    private final Draft d;
    private final Course course;
    private final Ending ending;
    private final MinimumWait minimum;
    private final Suggesting suggesting;
    private final NewTimeReplies newTime;

    ReplyRules(Draft draft, Course course, Ending ending, NewTime newTime) {
        this.d = draft;
        this.course = course;
        this.ending = ending;
        this.minimum = new MinimumWait(draft, course);
        this.suggesting = new Suggesting(draft, course, ending);
        this.newTime = new NewTimeReplies(draft, ending, newTime);
    }

    void apply(Reply reply) {
        if (!new AwaitedTime(d).isMeantBy(reply)) {
            return;
        }
        d.payment = d.payment.learn(reply);
        switch (d.step()) {
            case RESERVE_SLOT -> reserveSlot(reply);
            case REDEEM -> redeem(reply);
            case PREPARE_PAYMENT -> preparePayment(reply);
            case AWAIT_PAYMENT -> awaitPayment(reply);
            case SETTLE_PAYMENT -> settlePayment(reply);
            case AWAIT_COACH, AWAIT_CHOICE -> awaitAnswer(reply);
            case SUGGEST_TIMES -> suggestTimes(reply);
            case CONFIRM_SLOT -> confirmSlot(reply);
            case AWAIT_MINIMUM -> awaitMinimum(reply);
            case CAPTURE -> capture(reply);
            case MOVE_SLOT -> newTime.moveSlot(reply);
            case PROPOSE_TIMES -> newTime.proposeTimes(reply);
            case TAKE_TIME -> newTime.takeTime(reply);
            case AWAIT_SESSION, ENDED -> new LateReplies(d, ending).apply(reply);
        }
    }

    private void reserveSlot(Reply reply) {
        switch (reply) {
            case Reply.Reserved r -> {
                d.slot = d.slot.reserved(r.slot());
                ending.unlessWished(() -> course.afterReservation(r.slot().confirmed()));
            }
            case Reply.Refused r -> ending.slotRefused(Rejection.by(r.slot()));
            case Reply.Released _ -> ending.slotRefused(Rejection.released());
            default -> lostOrNothing(reply);
        }
    }

    private RejectionReason usedUp() {
        RedeemableDiscount discount = d.order().redeems();
        boolean credit = discount != null && discount.kind() == DiscountKind.PACKAGE;
        return credit ? RejectionReason.CREDIT_USED : RejectionReason.CODE_USED;
    }

    private void redeem(Reply reply) {
        switch (reply) {
            case Reply.Redeemed _ -> ending.unlessWished(course::redeemed);
            // The undo stays: only its tombstone keeps a repeat of the command from using a code that became free.
            case Reply.NotRedeemed r ->
                ending.rejected(usedUp(), nameOf(r.discount().reason()));
            default -> lostOrNothing(reply);
        }
    }

    private void preparePayment(Reply reply) {
        switch (reply) {
            case Reply.Prepared _ -> ending.unlessWished(course::awaitPayment);
            case Reply.Impossible r -> paymentImpossible(r.payment().reason());
            // Both overtook the reply before them.
            case Reply.Authorized _, Reply.Captured _ -> ending.unlessWished(course::paid);
            case Reply.Cancelled _ -> paymentGone();
            default -> lostOrNothing(reply);
        }
    }

    private void awaitPayment(Reply reply) {
        switch (reply) {
            case Reply.Authorized _, Reply.Captured _ -> course.paid();
            case Reply.Cancelled _ -> paymentGone();
            default -> lostOrNothing(reply); // after a failure another card may be tried
        }
    }

    private void settlePayment(Reply reply) {
        switch (reply) {
            case Reply.Authorized _, Reply.Captured _ -> ending.unlessWished(course::paid);
            case Reply.Cancelled _ -> paymentGone();
            case Reply.CaptureRefusal r ->
                ending.rejected(RejectionReason.PAYMENT_REFUSED, r.payment().reason());
            case Reply.Impossible r -> paymentImpossible(r.payment().reason());
            case Reply.Undecided _ -> ending.unlessWished(() -> {}); // the timer asks again, the slot stays
            default -> lostOrNothing(reply);
        }
    }

    private void suggestTimes(Reply reply) {
        switch (reply) {
            case Reply.Held r -> ending.unlessWished(() -> suggesting.kept(r.alternatives()));
            case Reply.NotHeld r -> ending.unlessWished(() -> suggesting.refused(r.alternatives()));
            default -> awaitAnswer(reply);
        }
    }

    private void awaitAnswer(Reply reply) {
        if (reply instanceof Reply.Cancelled) {
            paymentGone();
        } else {
            lostOrNothing(reply);
        }
    }

    private void confirmSlot(Reply reply) {
        switch (reply) {
            case Reply.Confirmed r -> ending.unlessWished(() -> minimum.confirmed(r.slot()));
            case Reply.Going _ -> ending.unlessWished(course::capture);
            case Reply.Cancelled _, Reply.CaptureRefusal _ -> paymentRefused();
            default -> lostOrNothing(reply);
        }
    }

    private void awaitMinimum(Reply reply) {
        switch (reply) {
            case Reply.Going _ -> minimum.reached();
            case Reply.Confirmed r -> minimum.confirmed(r.slot());
            case Reply.Cancelled _, Reply.CaptureRefusal _ -> paymentRefused();
            default -> lostOrNothing(reply);
        }
    }

    private void capture(Reply reply) {
        switch (reply) {
            case Reply.Captured _ -> ending.unlessWished(course::booked);
            case Reply.CaptureRefusal _, Reply.Cancelled _ -> paymentRefused();
            default -> lostOrNothing(reply);
        }
    }

    /** The time is released all the same: the calendar counts it among the client's until then. */
    private void lostOrNothing(Reply reply) {
        if (reply instanceof Reply.Lost) {
            ending.rejected(RejectionReason.SLOT_LOST, null);
        } else if (reply instanceof Reply.Off) {
            ending.unlessWished(ending::minimumNotReached);
        }
    }

    private void paymentImpossible(String reason) {
        d.undos.remove(Undo.CANCEL_PAYMENT);
        boolean coach = reason.equals("coach_not_payable");
        ending.rejected(coach ? RejectionReason.COACH_NOT_PAYABLE : RejectionReason.PAYMENT_REFUSED, reason);
    }

    /** Nothing is owed any more: the slot can go. */
    private void paymentGone() {
        d.undos.remove(Undo.CANCEL_PAYMENT);
        ending.unlessWished(() -> ending.expired(ExpiryReason.NOT_PAID, "not paid in time"));
    }

    private void paymentRefused() {
        ending.unlessWished(
                () -> ending.rejected(RejectionReason.PAYMENT_REFUSED, "the authorised amount could not be taken"));
    }

    private static String nameOf(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
