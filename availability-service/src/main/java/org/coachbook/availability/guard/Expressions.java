package org.coachbook.availability.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coachbook.chassis.outbox.OutboxMessage;

/**
 * Parts of aggregation expressions over a week document. Whatever a request sent enters as a {@code let} variable made
 * with {@link #literal}, because a text that begins with {@code $} would be read as a field path elsewhere.
 */
final class Expressions {
    static final Document LIVE = op("$gt", "$$b.expiresAt", "$$now");
    static final Document OWN = op("$and", op("$in", "$$b.id", "$$own"), op("$eq", "$$b.owner", "$$owner"));

    private Expressions() {}

    static Document op(String operator, Object... operands) {
        return new Document(operator, List.of(operands));
    }

    static Document not(Document condition) {
        return op("$not", condition);
    }

    static Document literal(Object value) {
        return new Document("$literal", value);
    }

    static Document filter(String array, Document condition) {
        return new Document(
                "$filter", new Document("input", array).append("as", "b").append("cond", condition));
    }

    static Document map(Object array, Object value) {
        return new Document(
                "$map", new Document("input", array).append("as", "b").append("in", value));
    }

    static Document set(Document fields) {
        return new Document("$set", fields);
    }

    /** The fields that append the messages of {@link #messageVariables}, numbered on from the week's sequence. */
    static Document appended(int messages) {
        List<Object> numbered = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Document number = new Document("sequence", op("$add", "$sequence", i + 1L));
            numbered.add(op("$mergeObjects", "$$message" + i, number));
        }
        return messages == 0
                ? new Document()
                : new Document("sequence", op("$add", "$sequence", (long) messages))
                        .append("outbox", op("$concatArrays", "$outbox", numbered))
                        .append(
                                "outboxPendingSince",
                                op("$cond", op("$eq", "$outbox", List.of()), "$$now", "$outboxPendingSince"));
    }

    static Document messageVariables(List<OutboxMessage> messages) {
        Document variables = new Document();
        for (int i = 0; i < messages.size(); i++) {
            variables.append("message" + i, literal(document(messages.get(i))));
        }
        return variables;
    }

    private static Document document(OutboxMessage message) {
        return new Document(Map.of(
                "id", message.id(),
                "type", message.type(),
                "topic", message.topic(),
                "key", message.key(),
                "subject", message.subject(),
                "sequence", message.sequence(),
                "payload", message.payload(),
                "headers", new Document(Map.copyOf(message.headers()))));
    }
}
