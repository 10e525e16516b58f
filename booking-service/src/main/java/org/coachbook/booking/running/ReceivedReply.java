package org.coachbook.booking.running;

import java.nio.charset.StandardCharsets;
import org.coachbook.booking.process.Reply;
import org.coachbook.booking.process.Stuck.StoredReply;
import org.coachbook.chassis.messaging.IncomingMessage;

/** A reply with what is needed to tell it from a repeat, and to put it aside. */
record ReceivedReply(String messageId, String type, String payload, Reply reply) {
    static <T extends Record> ReceivedReply of(IncomingMessage message, Replies.Kind<T> kind) {
        return new ReceivedReply(
                message.id(),
                message.type(),
                new String(message.payload(), StandardCharsets.UTF_8),
                kind.reply().apply(message.as(kind.payload())));
    }

    static ReceivedReply of(StoredReply stored) {
        return new ReceivedReply(
                stored.id(), stored.type(), stored.payload(), Replies.read(stored.type(), stored.payload()));
    }

    StoredReply stored() {
        return new StoredReply(messageId, type, payload);
    }
}
