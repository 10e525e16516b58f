package org.coachbook.booking.process;

import java.util.Locale;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotRefused;
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

    ReplyRules(Draft draft, Course course, Ending ending) {
        this.d = draft;
        this.course = course;
        this.ending = ending;
        this.minimum = new MinimumWait(draft, course);
        this.suggesting = new Suggesting(draft, course, ending);
    }

    void apply(Reply reply) {
        if (isAboutAnotherTime(reply)) {
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
            case AWAIT_SESSION, ENDED -> new LateReplies(d, ending).apply(reply);
        }
    }

    /** One that was given up since, for another. Once the calendar was asked to give the booking's own up, it is. */
    private boolean isAboutAnotherTime(Reply reply) {
        boolean givenUp = d.step() == Step.SUGGEST_TIMES || d.step() == Step.AWAIT_CHOICE;
        return reply.reservationId()
                .filter(id -> givenUp || !id.equals(d.reservationId()))
                .isPresent();
    }

    private void reserveSlot(Reply reply) {
        switch (reply) {
            case Reply.Reserved r -> {
                d.slot = d.slot.reserved(r.slot());
                next(() -> course.afterReservation(r.slot().confirmed()));
            }
            case Reply.Refused r -> ending.slotRefused(rejectionOf(r.slot()));
            case Reply.Released _ -> ending.slotRefused(releasedBefore());
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
            case Reply.Redeemed _ -> next(course::redeemed);
            // The undo stays: only its tombstone keeps a repeat of the command from using a code that became free.
            case Reply.NotRedeemed r ->
                ending.rejected(usedUp(), nameOf(r.discount().reason()));
            default -> lostOrNothing(reply);
        }
    }

    private void preparePayment(Reply reply) {
        switch (reply) {
            case Reply.Prepared _ -> next(course::awaitPayment);
            case Reply.Impossible r -> paymentImpossible(r.payment().reason());
            // Both overtook the reply before them.
            case Reply.Authorized _, Reply.Captured _ -> next(course::paid);
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
            case Reply.Authorized _, Reply.Captured _ -> next(course::paid);
            case Reply.Cancelled _ -> paymentGone();
            case Reply.CaptureRefusal r ->
                ending.rejected(RejectionReason.PAYMENT_REFUSED, r.payment().reason());
            case Reply.Impossible r -> paymentImpossible(r.payment().reason());
            case Reply.Undecided _ -> next(() -> {}); // the timer asks again, the slot stays
            default -> lostOrNothing(reply);
        }
    }

    private void suggestTimes(Reply reply) {
        switch (reply) {
            case Reply.Held r -> next(() -> suggesting.kept(r.alternatives()));
            case Reply.NotHeld r -> next(() -> suggesting.refused(r.alternatives()));
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
            case Reply.Confirmed r -> next(() -> minimum.confirmed(r.slot()));
            case Reply.Going _ -> next(course::capture);
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
            case Reply.Captured _ -> next(course::booked);
            case Reply.CaptureRefusal _, Reply.Cancelled _ -> paymentRefused();
            default -> lostOrNothing(reply);
        }
    }

    /** Goes on, unless a party wished for something else meanwhile. */
    private void next(Runnable forward) {
        if (d.wish == null) {
            forward.run();
        } else {
            ending.fulfil(d.wish);
        }
    }

    /** The time is released all the same: the calendar counts it among the client's until then. */
    private void lostOrNothing(Reply reply) {
        if (reply instanceof Reply.Lost) {
            ending.rejected(RejectionReason.SLOT_LOST, null);
        } else if (reply instanceof Reply.Off) {
            next(ending::minimumNotReached);
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
        next(() -> ending.expired(ExpiryReason.NOT_PAID, "not paid in time"));
    }

    private void paymentRefused() {
        next(() -> ending.rejected(RejectionReason.PAYMENT_REFUSED, "the authorised amount could not be taken"));
    }

    private static String nameOf(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static Rejection rejectionOf(SlotRefused refused) {
        return new Rejection(RejectionReason.SLOT_REFUSED, refused.reason(), refused.nearest());
    }

    private static Rejection releasedBefore() {
        return new Rejection(RejectionReason.SLOT_REFUSED, RefusalReason.RELEASED, java.util.List.of());
    }
}
