package org.coachbook.booking.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.RefusedAlternative;
import org.coachbook.contracts.availability.SessionGoing;
import org.coachbook.contracts.availability.SessionOff;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotExtended;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.SlotReleased;
import org.coachbook.contracts.availability.TimeRange;
import org.coachbook.contracts.payment.reply.CaptureRefused;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.coachbook.contracts.payment.reply.PaymentCancelled;
import org.coachbook.contracts.payment.reply.PaymentCaptured;
import org.coachbook.contracts.payment.reply.PaymentFailed;
import org.coachbook.contracts.payment.reply.PaymentImpossible;
import org.coachbook.contracts.payment.reply.PaymentPrepared;
import org.coachbook.contracts.payment.reply.PaymentRefunded;
import org.coachbook.contracts.payment.reply.PaymentUndecided;
import org.coachbook.contracts.payment.reply.RefundFailed;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.contracts.pricing.DiscountRefused;
import org.coachbook.contracts.pricing.DiscountsRedeemed;
import org.coachbook.contracts.pricing.DiscountsReturned;

/** Replies as the calendar and the payment give them to booking {@code b}. */
final class Answers {
    static final Reply SEAT_WAITS =
            new Reply.Confirmed(new SlotConfirmed("b:1", "b", "coach", Scenario.START.minus(Duration.ofDays(1))));
    static final Reply GOING = new Reply.Going(new SessionGoing("b:1", "b", "coach"));
    static final Reply OFF = new Reply.Off(new SessionOff("b:1", "b", "coach"));
    static final Reply SLOT_CONFIRMED = confirmed("b:1");
    static final Reply SLOT_EXTENDED = extended("b:1");
    static final Reply SLOT_RELEASED = released("b:1");
    static final Reply SLOT_LOST = lost("b:1");
    static final Reply SLOT_REFUSED =
            new Reply.Refused(new SlotRefused("b:1", "b", "coach", RefusalReason.OVERLAPS, List.of()));
    static final Reply REDEEMED = new Reply.Redeemed(new DiscountsRedeemed("b", "b", "promo"));
    static final Reply NOT_REDEEMED =
            new Reply.NotRedeemed(new DiscountRefused("b", "b", "promo", DiscountRefusal.USED_UP));
    static final Reply RETURNED = new Reply.Returned(new DiscountsReturned("b", "b", "promo"));
    static final Reply PREPARED = new Reply.Prepared(new PaymentPrepared("b", "b"));
    static final Reply IMPOSSIBLE = new Reply.Impossible(new PaymentImpossible("b", "b", "coach_not_payable"));
    static final Reply AUTHORIZED =
            new Reply.Authorized(new PaymentAuthorized("b", "b", Scenario.NOW.plus(Duration.ofDays(7))));
    static final Reply CAPTURED = new Reply.Captured(new PaymentCaptured("b", "b", 6000));
    static final Reply FAILED = new Reply.Failed(new PaymentFailed("b", "b", "card_declined"));
    static final Reply UNDECIDED = new Reply.Undecided(new PaymentUndecided("b", "b"));
    static final Reply CAPTURE_REFUSED = new Reply.CaptureRefusal(new CaptureRefused("b", "b", "lapsed"));
    static final Reply CANCELLED = new Reply.Cancelled(new PaymentCancelled("b", "b", 0));
    static final Reply REFUNDED = new Reply.Refunded(new PaymentRefunded("b", "b", "b:r1", 6000, 6000));
    static final Reply REFUND_FAILED = new Reply.RefundRefused(new RefundFailed("b", "b", "b:r1", "closed", 0L));

    static final List<Reply> ALL = List.of(
            SLOT_CONFIRMED,
            SEAT_WAITS,
            GOING,
            OFF,
            SLOT_EXTENDED,
            SLOT_RELEASED,
            SLOT_LOST,
            SLOT_REFUSED,
            REDEEMED,
            NOT_REDEEMED,
            RETURNED,
            PREPARED,
            IMPOSSIBLE,
            AUTHORIZED,
            CAPTURED,
            FAILED,
            UNDECIDED,
            CAPTURE_REFUSED,
            CANCELLED,
            REFUNDED,
            REFUND_FAILED);

    static final List<TimeRange> NEAREST =
            List.of(new TimeRange(Scenario.START, Scenario.START.plus(Duration.ofHours(1))));

    private Answers() {}

    static Reply confirmed(String reservationId) {
        return new Reply.Confirmed(new SlotConfirmed(reservationId, "b", "coach", null));
    }

    static Reply extended(String reservationId) {
        return new Reply.Extended(new SlotExtended(reservationId, "b", "coach"));
    }

    static Reply released(String reservationId) {
        return new Reply.Released(new SlotReleased(reservationId, "b", "coach"));
    }

    static Reply lost(String reservationId) {
        return new Reply.Lost(new SlotLost(reservationId, "b", "coach", RefusalReason.OVERLAPS));
    }

    /** All offered times are kept. */
    static Reply held(OfferAlternatives offer) {
        return new Reply.Held(
                new AlternativesHeld("b", "coach", offer.alternatives(), offer.expiresAt(), "Europe/Zurich"));
    }

    static Reply moved(MoveSlot move) {
        Instant end = move.start().plus(Duration.ofMinutes(move.durationMinutes()));
        return new Reply.Moved(new SlotMoved(
                move.reservationId(), "b", "coach", move.movedReservationId(), move.start(), end, "Europe/Zurich"));
    }

    static Reply refused(String reservationId, RefusalReason reason) {
        return new Reply.Refused(new SlotRefused(reservationId, "b", "coach", reason, NEAREST));
    }

    /** The last of the offered times is not to be had. */
    static Reply notHeld(OfferAlternatives offer) {
        String last = offer.alternatives().getLast().reservationId();
        return new Reply.NotHeld(
                new AlternativesRefused("b", "coach", List.of(new RefusedAlternative(last, RefusalReason.OVERLAPS))));
    }

    /** Every reply that could come to a booking, about its present time or an earlier one. */
    static List<Reply> all(Booking booking) {
        List<Reply> all = new ArrayList<>(ALL);
        String present = booking.reservationId();
        if (!present.equals("b:1")) {
            all.addAll(List.of(confirmed(present), extended(present), released(present), lost(present)));
            Instant decision = Scenario.START.minus(Duration.ofDays(1));
            all.add(new Reply.Confirmed(new SlotConfirmed(present, "b", "coach", decision)));
            all.add(new Reply.Going(new SessionGoing(present, "b", "coach")));
            all.add(new Reply.Off(new SessionOff(present, "b", "coach")));
        }
        Proposal proposal = booking.progress().proposal();
        if (proposal != null) {
            OfferAlternatives offer =
                    new Commands(booking).offerInstead(booking.progress().slot(), proposal);
            all.addAll(List.of(held(offer), notHeld(offer)));
            all.addAll(aboutNewTimes(booking, proposal));
        }
        return all;
    }

    private static List<Reply> aboutNewTimes(Booking booking, Proposal proposal) {
        List<Reply> all = new ArrayList<>();
        for (Proposal.Time time : proposal.times()) {
            MoveSlot move = new Commands(booking).moveSlot(booking.progress().slot(), time);
            String id = move.reservationId();
            all.addAll(List.of(moved(move), confirmed(id), lost(id), released(id)));
            all.add(refused(id, RefusalReason.OVERLAPS));
            all.add(refused(id, RefusalReason.NEEDS_ACCEPTANCE));
        }
        return all;
    }
}
