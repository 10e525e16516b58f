package org.coachbook.payment.payments;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.Topics;

/** Numbers and names the messages of a decision. */
final class PaymentOutbox {
    private PaymentOutbox() {}

    static List<OutboxMessage> of(Payment before, List<Outgoing> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(i -> message(before, messages.get(i), before.sequence() + 1 + i))
                .toList();
    }

    private static OutboxMessage message(Payment payment, Outgoing outgoing, long sequence) {
        return switch (outgoing) {
            case Outgoing.Say say -> said(payment, say, sequence);
            case Outgoing.Repeat repeat -> repeated(payment, repeat.answer(), sequence);
        };
    }

    private static OutboxMessage said(Payment payment, Outgoing.Say say, long sequence) {
        String command = say.inReplyTo();
        String id = command == null ? payment.id() + ":" + sequence : replyId(command);
        OutboxMessage message = OutboxMessage.of(say.payload(), id, payment.bookingId(), payment.id(), sequence);
        return command == null ? message : message.inReplyTo(command);
    }

    private static OutboxMessage repeated(Payment payment, Answer answer, long sequence) {
        return new OutboxMessage(
                        replyId(answer.commandId()),
                        answer.type(),
                        Topics.BOOKING_REPLIES,
                        payment.bookingId(),
                        payment.id(),
                        sequence,
                        answer.payload(),
                        Map.of())
                .inReplyTo(answer.commandId());
    }

    private static String replyId(String commandId) {
        return commandId + ":reply";
    }
}
