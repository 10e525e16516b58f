package org.coachbook.booking.process;

import java.time.Duration;
import java.util.List;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SessionGoing;
import org.coachbook.contracts.availability.SessionOff;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotExtended;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.SlotReleased;
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
    static final Reply SLOT_CONFIRMED = new Reply.Confirmed(new SlotConfirmed("b:1", "b", "coach", null));
    static final Reply SEAT_WAITS =
            new Reply.Confirmed(new SlotConfirmed("b:1", "b", "coach", Scenario.START.minus(Duration.ofDays(1))));
    static final Reply GOING = new Reply.Going(new SessionGoing("b:1", "b", "coach"));
    static final Reply OFF = new Reply.Off(new SessionOff("b:1", "b", "coach"));
    static final Reply SLOT_EXTENDED = new Reply.Extended(new SlotExtended("b:1", "b", "coach"));
    static final Reply SLOT_RELEASED = new Reply.Released(new SlotReleased("b:1", "b", "coach"));
    static final Reply SLOT_LOST = new Reply.Lost(new SlotLost("b:1", "b", "coach", RefusalReason.OVERLAPS));
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
    static final Reply REFUND_FAILED = new Reply.RefundRefused(new RefundFailed("b", "b", "b:r1", "closed"));

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

    private Answers() {}
}
