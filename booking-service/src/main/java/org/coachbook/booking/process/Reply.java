package org.coachbook.booking.process;

import java.util.Optional;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.SessionGoing;
import org.coachbook.contracts.availability.SessionOff;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotExtended;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.SlotReleased;
import org.coachbook.contracts.availability.SlotReserved;
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
import org.coachbook.contracts.pricing.DiscountRefused;
import org.coachbook.contracts.pricing.DiscountsRedeemed;
import org.coachbook.contracts.pricing.DiscountsReturned;

/** What the calendar and the payment answer. */
public sealed interface Reply extends Input {
    /** The reservation that it is about; empty when it is about something else. */
    default Optional<String> reservationId() {
        return switch (this) {
            case Reserved r -> Optional.of(r.slot().reservationId());
            case Refused r -> Optional.of(r.slot().reservationId());
            case Extended r -> Optional.of(r.slot().reservationId());
            case Confirmed r -> Optional.of(r.slot().reservationId());
            case Lost r -> Optional.of(r.slot().reservationId());
            case Released r -> Optional.of(r.slot().reservationId());
            case Moved r -> Optional.of(r.slot().reservationId());
            case Going r -> Optional.of(r.session().reservationId());
            case Off r -> Optional.of(r.session().reservationId());
            default -> Optional.empty();
        };
    }

    record Reserved(SlotReserved slot) implements Reply {}

    record Refused(SlotRefused slot) implements Reply {}

    record Extended(SlotExtended slot) implements Reply {}

    record Confirmed(SlotConfirmed slot) implements Reply {}

    record Lost(SlotLost slot) implements Reply {}

    record Going(SessionGoing session) implements Reply {}

    record Off(SessionOff session) implements Reply {}

    record Released(SlotReleased slot) implements Reply {}

    record Moved(SlotMoved slot) implements Reply {}

    record Held(AlternativesHeld alternatives) implements Reply {}

    record NotHeld(AlternativesRefused alternatives) implements Reply {}

    record Redeemed(DiscountsRedeemed discount) implements Reply {}

    record NotRedeemed(DiscountRefused discount) implements Reply {}

    record Returned(DiscountsReturned discount) implements Reply {}

    record Prepared(PaymentPrepared payment) implements Reply {}

    record Impossible(PaymentImpossible payment) implements Reply {}

    record Authorized(PaymentAuthorized payment) implements Reply {}

    record Captured(PaymentCaptured payment) implements Reply {}

    record Failed(PaymentFailed payment) implements Reply {}

    record Undecided(PaymentUndecided payment) implements Reply {}

    record CaptureRefusal(CaptureRefused payment) implements Reply {}

    record Cancelled(PaymentCancelled payment) implements Reply {}

    record Refunded(PaymentRefunded payment) implements Reply {}

    record RefundRefused(RefundFailed payment) implements Reply {}
}
