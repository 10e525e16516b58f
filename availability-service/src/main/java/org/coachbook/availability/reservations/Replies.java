package org.coachbook.availability.reservations;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.chassis.messaging.Headers;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.SessionOff;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotExtended;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.SlotReleased;
import org.coachbook.contracts.availability.SlotReserved;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a command. Their id comes from the command's, so that the same answer to a repeat is the same message;
 * their subject is the reservation, their sequence the week's.
 */
record Replies(String commandId) {
    OutboxMessage reserved(SlotReserved reserved) {
        return message(reserved, reserved.bookingId(), reserved.reservationId(), 0);
    }

    /** What was answered when the entry was taken, once more; empty where nothing was. */
    Optional<OutboxMessage> again(
            Class<? extends Record> type, String bookingId, String reservationId, Repeated repeated) {
        Contract contract = Objects.requireNonNull(type.getAnnotation(Contract.class));
        return Optional.ofNullable(repeated.entry().reply())
                .map(reply -> new OutboxMessage(
                        commandId + ":reply",
                        contract.type(),
                        contract.topic(),
                        bookingId,
                        reservationId,
                        repeated.sequence(),
                        reply,
                        Map.of(Headers.IN_REPLY_TO, commandId)));
    }

    /** Under an id of its own, so that a repeat that gets the time after all is heard, too. */
    OutboxMessage refused(SlotRefused refused, long sequence) {
        return OutboxMessage.of(refused, commandId + ":refused", refused.bookingId(), refused.reservationId(), sequence)
                .inReplyTo(commandId);
    }

    OutboxMessage confirmed(ConfirmSlot c, @Nullable Instant decidesAt, long sequence) {
        var confirmed = new SlotConfirmed(c.reservationId(), c.bookingId(), c.coachId(), decidesAt);
        return message(confirmed, c.bookingId(), c.reservationId(), sequence);
    }

    /** For who did not hear, or asks again, that the session was called off. */
    OutboxMessage off(ConfirmSlot c, long sequence) {
        var off = new SessionOff(c.reservationId(), c.bookingId(), c.coachId());
        return message(off, c.bookingId(), c.reservationId(), sequence);
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

    OutboxMessage message(Record reply, String bookingId, String reservationId, long sequence) {
        return OutboxMessage.of(reply, commandId + ":reply", bookingId, reservationId, sequence)
                .inReplyTo(commandId);
    }
}
