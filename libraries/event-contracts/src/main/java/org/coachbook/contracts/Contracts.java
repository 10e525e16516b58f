package org.coachbook.contracts;

import java.util.List;
import org.coachbook.contracts.account.AccountChanged;
import org.coachbook.contracts.account.ClientInvited;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.AvailabilityChanged;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionGoing;
import org.coachbook.contracts.availability.SessionOff;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotExtended;
import org.coachbook.contracts.availability.SlotFreed;
import org.coachbook.contracts.availability.SlotHeld;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.SlotReleased;
import org.coachbook.contracts.availability.SlotReserved;
import org.coachbook.contracts.availability.WaitListOfferLapsed;
import org.coachbook.contracts.availability.WaitListOffered;
import org.coachbook.contracts.booking.BookingCancelled;
import org.coachbook.contracts.booking.BookingCompleted;
import org.coachbook.contracts.booking.BookingConfirmed;
import org.coachbook.contracts.booking.BookingDeclined;
import org.coachbook.contracts.booking.BookingExpired;
import org.coachbook.contracts.booking.BookingPaymentRequired;
import org.coachbook.contracts.booking.BookingPlaced;
import org.coachbook.contracts.booking.BookingRejected;
import org.coachbook.contracts.booking.BookingRequested;
import org.coachbook.contracts.booking.BookingRescheduled;
import org.coachbook.contracts.booking.ClientNoShow;
import org.coachbook.contracts.booking.MinimumAttendeesAwaited;
import org.coachbook.contracts.booking.MinimumAttendeesReached;
import org.coachbook.contracts.booking.RescheduleDeclined;
import org.coachbook.contracts.booking.RescheduleProposed;
import org.coachbook.contracts.booking.TimesSuggested;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.CapturePayment;
import org.coachbook.contracts.payment.RefundPayment;
import org.coachbook.contracts.pricing.DiscountRefused;
import org.coachbook.contracts.pricing.DiscountsRedeemed;
import org.coachbook.contracts.pricing.DiscountsReturned;
import org.coachbook.contracts.pricing.PackageBought;
import org.coachbook.contracts.pricing.RedeemDiscounts;
import org.coachbook.contracts.pricing.ReturnDiscounts;

/** The list of every message there is. */
public final class Contracts {
    private static final List<Class<? extends Record>> ALL = List.of(
            ReserveSlot.class,
            ExtendSlot.class,
            ConfirmSlot.class,
            ReleaseSlot.class,
            MoveSlot.class,
            OfferAlternatives.class,
            SlotReserved.class,
            SlotRefused.class,
            SlotExtended.class,
            SlotConfirmed.class,
            SlotReleased.class,
            SlotLost.class,
            SlotMoved.class,
            SessionGoing.class,
            SessionOff.class,
            AlternativesHeld.class,
            AlternativesRefused.class,
            AvailabilityChanged.class,
            SlotHeld.class,
            SlotFreed.class,
            WaitListOffered.class,
            WaitListOfferLapsed.class,
            ScheduleChanged.class,
            SessionTypeChanged.class,
            ConnectionChanged.class,
            ClientInvited.class,
            AccountChanged.class,
            BookingPlaced.class,
            BookingPaymentRequired.class,
            BookingRequested.class,
            TimesSuggested.class,
            BookingConfirmed.class,
            RescheduleProposed.class,
            BookingRescheduled.class,
            RescheduleDeclined.class,
            BookingRejected.class,
            BookingDeclined.class,
            BookingCancelled.class,
            BookingExpired.class,
            MinimumAttendeesAwaited.class,
            MinimumAttendeesReached.class,
            BookingCompleted.class,
            ClientNoShow.class,
            RedeemDiscounts.class,
            ReturnDiscounts.class,
            DiscountsRedeemed.class,
            DiscountRefused.class,
            DiscountsReturned.class,
            PackageBought.class,
            AuthorizePayment.class,
            CapturePayment.class,
            CancelPayment.class,
            RefundPayment.class,
            org.coachbook.contracts.payment.reply.PaymentPrepared.class,
            org.coachbook.contracts.payment.reply.PaymentImpossible.class,
            org.coachbook.contracts.payment.reply.PaymentAuthorized.class,
            org.coachbook.contracts.payment.reply.PaymentFailed.class,
            org.coachbook.contracts.payment.reply.PaymentCaptured.class,
            org.coachbook.contracts.payment.reply.PaymentUndecided.class,
            org.coachbook.contracts.payment.reply.CaptureRefused.class,
            org.coachbook.contracts.payment.reply.PaymentCancelled.class,
            org.coachbook.contracts.payment.reply.PaymentRefunded.class,
            org.coachbook.contracts.payment.reply.RefundFailed.class,
            org.coachbook.contracts.payment.event.PaymentAuthorized.class,
            org.coachbook.contracts.payment.event.PaymentCompleted.class,
            org.coachbook.contracts.payment.event.PaymentFailed.class,
            org.coachbook.contracts.payment.event.PaymentRefunded.class,
            org.coachbook.contracts.payment.event.PaymentRefundFailed.class,
            org.coachbook.contracts.payment.event.DisputeClosed.class,
            org.coachbook.contracts.payment.event.PaymentCancelled.class);

    private Contracts() {}

    /** All records marked with {@link Contract}. */
    public static List<Class<? extends Record>> all() {
        return ALL;
    }
}
