package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.CapturePayment;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.coachbook.contracts.payment.RefundPayment;
import org.coachbook.contracts.pricing.RedeemDiscounts;
import org.coachbook.contracts.pricing.RedeemableDiscount;
import org.coachbook.contracts.pricing.ReturnDiscounts;
import org.jspecify.annotations.Nullable;

/** What a booking can ask of the other services. Its own id names its payment and its redemption. */
record Commands(Booking booking) {
    private Order order() {
        return booking.order();
    }

    private String id() {
        return booking.id();
    }

    /** The one refund that a booking asks for. */
    static String refundId(Booking booking) {
        return booking.id() + ":r1";
    }

    /** @param expiresAt when the time is given up unless somebody says otherwise */
    ReserveSlot reserveSlot(Slot slot, Instant expiresAt) {
        boolean nothingElseToDo = order().isFree() && order().redeems() == null;
        return new ReserveSlot(
                slot.reservationId(id()),
                id(),
                order().coachId(),
                order().clientId(),
                order().sessionTypeId(),
                slot.start(),
                order().durationMinutes(),
                order().holdId(),
                nothingElseToDo,
                expiresAt);
    }

    /** @param withCoach false while a request is to be paid before its coach sees it */
    ExtendSlot extendSlot(Slot slot, Instant expiresAt, boolean withCoach) {
        return new ExtendSlot(slot.reservationId(id()), id(), order().coachId(), slot.start(), expiresAt, withCoach);
    }

    ConfirmSlot confirmSlot(Slot slot) {
        return new ConfirmSlot(slot.reservationId(id()), id(), order().coachId(), slot.start());
    }

    ReleaseSlot releaseSlot(Slot slot) {
        return new ReleaseSlot(slot.reservationId(id()), id(), order().coachId(), slot.start());
    }

    /** Takes the new time and gives the old one up, where the coach would not have to accept. */
    MoveSlot moveSlot(Slot from, Proposal.Time to) {
        return new MoveSlot(
                Slot.reservationId(id(), to.attempt()),
                id(),
                order().coachId(),
                order().clientId(),
                order().sessionTypeId(),
                from.reservationId(id()),
                from.start(),
                to.start(),
                order().durationMinutes(),
                true);
    }

    /** Keeps the offered times and gives the requested one up; they outlive the deadline, as any slot does its step. */
    OfferAlternatives offerInstead(Slot requested, Proposal proposal) {
        return offer(proposal, requested.reservationId(id()), requested.start(), null);
    }

    /** Keeps the offered times besides the one that is booked. */
    OfferAlternatives offerBesides(Slot booked, Proposal proposal) {
        return offer(proposal, null, null, booked.reservationId(id()));
    }

    private OfferAlternatives offer(
            Proposal proposal, @Nullable String givenUp, @Nullable Instant givenUpStart, @Nullable String besides) {
        List<Alternative> alternatives = proposal.times().stream()
                .map(time -> new Alternative(Slot.reservationId(id(), time.attempt()), time.start()))
                .toList();
        return new OfferAlternatives(
                id(),
                order().coachId(),
                order().clientId(),
                order().sessionTypeId(),
                order().durationMinutes(),
                alternatives,
                givenUp,
                givenUpStart,
                proposal.deadline().plus(Deadlines.SLOT_OUTLIVES_STEP),
                besides);
    }

    RedeemDiscounts redeem(RedeemableDiscount discount) {
        return new RedeemDiscounts(
                id(),
                id(),
                order().coachId(),
                order().clientId(),
                order().sessionTypeId(),
                discount.kind(),
                discount.id());
    }

    ReturnDiscounts giveBack(RedeemableDiscount discount, boolean byClient) {
        return new ReturnDiscounts(id(), id(), order().coachId(), discount.kind(), discount.id(), byClient);
    }

    AuthorizePayment authorizePayment(boolean captureAtOnce, Instant deadline) {
        return new AuthorizePayment(
                id(),
                id(),
                order().coachId(),
                order().clientId(),
                order().total(),
                order().quote().price().currency(),
                order().quote().platformFee(),
                captureAtOnce,
                deadline,
                PaymentPurpose.BOOKING);
    }

    CapturePayment capturePayment() {
        return new CapturePayment(id(), id());
    }

    CancelPayment cancelPayment(boolean onlyIfUnpaid) {
        return new CancelPayment(id(), id(), onlyIfUnpaid);
    }

    RefundPayment refundPayment(long amount, String reason) {
        return new RefundPayment(id(), id(), refundId(booking), amount, reason);
    }
}
