package org.coachbook.chassis.outbox;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The writes after an acknowledgement. They decide on the array as it then is, so they never undo an append. */
final class OutboxUpdates {
    private OutboxUpdates() {}

    /** Takes one message out; still pending messages count as pending from now. */
    static List<Bson> remove(String messageId, Instant now) {
        Document isOther = new Document("$ne", List.of("$$message.id", literal(messageId)));
        Document others = new Document("input", "$" + Outbox.FIELD)
                .append("as", "message")
                .append("cond", isOther);
        Document nothingLeft = new Document("$eq", List.of("$" + Outbox.FIELD, List.of()));
        return List.of(
                set(Outbox.FIELD, new Document("$filter", others)),
                set(Outbox.PENDING_SINCE, new Document("$cond", List.of(nothingLeft, "$$REMOVE", now))));
    }

    private static Document set(String field, Document expression) {
        return new Document("$set", new Document(field, expression));
    }

    private static Document literal(String value) {
        return new Document("$literal", value);
    }
}
