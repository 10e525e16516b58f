package org.coachbook.booking.running;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Message;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.Topics;

/** Messages of a decision as they wait in the outbox; commands say where the answer goes and what it is for. */
final class Outgoing {
    private Outgoing() {}

    static List<OutboxMessage> of(Booking booking, List<Message> messages) {
        return messages.stream().map(message -> of(booking, message)).toList();
    }

    private static OutboxMessage of(Booking booking, Message message) {
        OutboxMessage plain =
                OutboxMessage.of(message.payload(), message.id(), message.key(), booking.id(), message.sequence());
        return plain.topic().equals(Topics.BOOKING_EVENTS) ? plain : asCommand(plain, booking);
    }

    private static OutboxMessage asCommand(OutboxMessage plain, Booking booking) {
        Map<String, String> headers = new HashMap<>(plain.headers());
        headers.put("reply-to", Topics.BOOKING_REPLIES);
        headers.put("saga-id", booking.id());
        headers.put("saga-step", booking.progress().step());
        return new OutboxMessage(
                plain.id(),
                plain.type(),
                plain.topic(),
                plain.key(),
                plain.subject(),
                plain.sequence(),
                plain.payload(),
                Map.copyOf(headers));
    }
}
