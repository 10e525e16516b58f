package org.coachbook.availability.reservations;

import java.util.List;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotExtended;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.SlotReleased;
import org.coachbook.contracts.availability.SlotReserved;
import org.coachbook.contracts.availability.TimeRange;

/**
 * The answers to a command. Their id comes from the command's, so that the answer to a repeat is the same message;
 * their subject is the reservation, their sequence the week's.
 */
record Replies(String commandId) {
    OutboxMessage reserved(SlotReserved reserved) {
        return message(reserved, reserved.bookingId(), reserved.reservationId(), 0);
    }

    OutboxMessage refused(ReserveSlot c, RefusalReason reason, List<TimeRange> nearest, long sequence) {
        var refused = new SlotRefused(c.reservationId(), c.bookingId(), c.coachId(), reason, nearest);
        return message(refused, c.bookingId(), c.reservationId(), sequence);
    }

    OutboxMessage confirmed(ConfirmSlot c, long sequence) {
        var confirmed = new SlotConfirmed(c.reservationId(), c.bookingId(), c.coachId());
        return message(confirmed, c.bookingId(), c.reservationId(), sequence);
    }

    OutboxMessage extended(ExtendSlot c, long sequence) {
        var extended = new SlotExtended(c.reservationId(), c.bookingId(), c.coachId());
        return message(extended, c.bookingId(), c.reservationId(), sequence);
    }

    OutboxMessage released(ReleaseSlot c, long sequence) {
        var released = new SlotReleased(c.reservationId(), c.bookingId(), c.coachId());
        return message(released, c.bookingId(), c.reservationId(), sequence);
    }

    OutboxMessage lost(ConfirmSlot c, RefusalReason reason, long sequence) {
        var lost = new SlotLost(c.reservationId(), c.bookingId(), c.coachId(), reason);
        return message(lost, c.bookingId(), c.reservationId(), sequence);
    }

    OutboxMessage lost(ExtendSlot c, RefusalReason reason, long sequence) {
        return lost(new ConfirmSlot(c.reservationId(), c.bookingId(), c.coachId(), c.start()), reason, sequence);
    }

    private OutboxMessage message(Record reply, String bookingId, String reservationId, long sequence) {
        return OutboxMessage.of(reply, commandId + ":reply", bookingId, reservationId, sequence)
                .inReplyTo(commandId);
    }
}
