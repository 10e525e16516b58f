package org.coachbook.booking.process;

import static org.coachbook.booking.process.Deadlines.BEFORE_AUTHORISATION_LAPSES;
import static org.coachbook.booking.process.Deadlines.SLOT_OUTLIVES_STEP;
import static org.coachbook.booking.process.Deadlines.earlier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.booking.BookingConfirmed;
import org.coachbook.contracts.booking.BookingPaymentRequired;
import org.coachbook.contracts.booking.BookingPlaced;
import org.coachbook.contracts.booking.BookingRequested;
import org.coachbook.contracts.pricing.RedeemableDiscount;
import org.jspecify.annotations.Nullable;

/** The way of a booking that succeeds, step by step: what each step sends, and how long it may take. */
final class Course {
    private final Draft d;
    private final Deadlines deadlines;
    private final Commands commands;

    Course(Draft draft, Deadlines deadlines) {
        this.d = draft;
        this.commands = new Commands(draft.before);
        this.deadlines = deadlines;
    }

    /** Asks the calendar for the time; a free firm booking is confirmed by the same command. */
    void reserveSlot() {
        d.register(Undo.RELEASE_SLOT);
        d.enter(Step.RESERVE_SLOT, d.now.plus(deadlines.reservation()));
        Instant expiresAt = d.now.plus(deadlines.payment()).plus(SLOT_OUTLIVES_STEP);
        d.ask(coach(), commands.reserveSlot(d.slot, expiresAt));
    }

    /** The time is reserved: a discount that is used up comes next, then the payment. */
    void afterReservation(boolean alreadyConfirmed) {
        RedeemableDiscount discount = d.order().redeems();
        if (discount == null) {
            payOrAsk(alreadyConfirmed);
        } else {
            redeem(discount);
        }
    }

    /** Uses the discount that the price was made with. */
    void redeem(RedeemableDiscount discount) {
        d.register(Undo.RETURN_DISCOUNTS);
        d.enter(Step.REDEEM, d.now.plus(deadlines.reservation()));
        d.ask(discount.id(), commands.redeem(discount));
    }

    /** The discount is used: the price stands. */
    void redeemed() {
        payOrAsk(false);
    }

    /** What follows: nothing to pay, to be paid now, or to be paid when the coach has accepted. */
    private void payOrAsk(boolean alreadyConfirmed) {
        if (d.order().isFree() && !d.slot.needsCoach()) {
            if (alreadyConfirmed) {
                booked();
            } else {
                confirmSlot();
            }
        } else if (d.order().isFree() || paidOnAcceptance()) {
            d.announce(BookingPlaced::new);
            awaitCoach();
        } else {
            preparePayment(deadlines.payment());
            d.announce(BookingPlaced::new);
        }
    }

    /** Asks for a payment that the client can make until the deadline, never past the start. */
    void preparePayment(Duration timeToPay) {
        Instant deadline = earlier(d.now.plus(timeToPay), d.slot.start());
        d.register(Undo.CANCEL_PAYMENT);
        d.deadline = deadline;
        d.enter(Step.PREPARE_PAYMENT, deadline);
        d.ask(d.before.id(), commands.authorizePayment(decidedTooLateToWait(), deadline));
    }

    /** Whether it may be decided only after an authorisation has lapsed that the session takes place. */
    private boolean decidedTooLateToWait() {
        Instant minimum = d.slot.decidedBy();
        return (d.slot.needsCoach() && !d.accepted && deadlines.outliveAuthorisation(d.now, d.slot.start()))
                || (minimum != null && Deadlines.outlivesAuthorisation(d.now, minimum));
    }

    /** The client can pay now. */
    void awaitPayment() {
        d.to(BookingStatus.AWAITING_PAYMENT, Party.SYSTEM, "payment_required", null);
        d.enter(Step.AWAIT_PAYMENT, d.deadline);
        d.announce(BookingPaymentRequired::new);
    }

    /** The money is there: a request goes to the coach, anything else to the calendar. */
    void paid() {
        if (d.slot.needsCoach() && !d.accepted) {
            awaitCoach();
        } else {
            confirmSlot();
        }
    }

    /** The time is over: gives the payment up unless the client has paid meanwhile, and asks until it is known. */
    void settlePayment() {
        d.enter(Step.SETTLE_PAYMENT, d.now.plus(Deadlines.ASK_AGAIN));
        d.ask(d.before.id(), commands.cancelPayment(true));
    }

    /** Asks once more; the slot stays until the money is known to be off. */
    void askAgain() {
        settlePayment();
        extendSlot(d.now.plus(SLOT_OUTLIVES_STEP));
    }

    /**
     * Until when a party may answer: never past the life of an authorisation.
     *
     * @param latest from when on an answer comes too late for the calendar
     */
    Instant answerDue(Instant latest) {
        Instant deadline = earlier(d.now.plus(deadlines.request()), latest);
        Instant lapses = authorisationLapses();
        return lapses == null ? deadline : earlier(deadline, lapses.minus(BEFORE_AUTHORISATION_LAPSES));
    }

    /** Waits for the coach. */
    void awaitCoach() {
        Instant deadline = answerDue(d.slot.joinableUntil(List.of(d.slot.start()), d.now));
        d.to(BookingStatus.REQUESTED, Party.CLIENT, "request", null);
        d.deadline = deadline;
        d.enter(Step.AWAIT_COACH, deadline);
        extendSlot(deadline);
        d.announce(BookingRequested::new);
    }

    /** Both want this time: now it is paid, or already confirmed. */
    void accepted() {
        d.accepted = true;
        if (d.order().isFree() || d.payment.funded()) {
            confirmSlot();
        } else {
            preparePayment(deadlines.paymentOnAcceptance());
            extendSlot(earlier(d.now.plus(deadlines.paymentOnAcceptance()), d.slot.start()));
        }
    }

    void confirmSlot() {
        d.deadline = null;
        d.enter(Step.CONFIRM_SLOT, null);
        d.ask(coach(), commands.confirmSlot(d.slot));
    }

    /** The slot is permanent: takes the money, unless there is none to take. */
    void capture() {
        if (d.order().isFree() || d.payment.captured() > 0) {
            booked();
            return;
        }
        Instant lapses = authorisationLapses();
        d.enter(Step.CAPTURE, lapses == null ? null : Deadlines.captureGivenUp(d.now, lapses));
        d.ask(d.before.id(), commands.capturePayment());
    }

    /** Both sides are bound; from here a cancellation is a refund, not an undo. */
    void booked() {
        boolean waited = d.slot.needsCoach() || d.accepted || d.status == BookingStatus.PENDING_MINIMUM_ATTENDEES;
        d.to(waited ? BookingStatus.CONFIRMED : BookingStatus.FIRM_BOOKED, Party.SYSTEM, "confirm", null);
        d.deadline = null;
        d.undos.remove(Undo.CANCEL_PAYMENT);
        d.enter(Step.AWAIT_SESSION, d.slot.end());
        d.announce(BookingConfirmed::new);
    }

    private void extendSlot(Instant stepEndsAt) {
        boolean withCoach = d.accepted || d.status == BookingStatus.REQUESTED;
        d.send(coach(), commands.extendSlot(d.slot, stepEndsAt.plus(SLOT_OUTLIVES_STEP), withCoach));
    }

    private String coach() {
        return d.order().coachId();
    }

    /** When the authorisation lapses; null where there is none, as long as one usually lives where nobody said. */
    private @Nullable Instant authorisationLapses() {
        Instant said = d.payment.captureBefore();
        return said == null || said.isAfter(d.now) ? said : d.now.plus(Deadlines.AUTHORISATION_LIVES);
    }

    private boolean paidOnAcceptance() {
        SessionTerms terms = d.slot.terms();
        return d.slot.needsCoach() && terms != null && terms.paymentTiming() == PaymentTiming.ON_ACCEPTANCE;
    }
}
