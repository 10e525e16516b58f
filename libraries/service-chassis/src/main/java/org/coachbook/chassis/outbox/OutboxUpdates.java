package org.coachbook.chassis.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The writes after acknowledgements. They decide on the array as it then is, so they never undo an append. */
final class OutboxUpdates {
    private static final String HEAD = "$" + Outbox.FIELD + ".id";

    private OutboxUpdates() {}

    /**
     * Takes messages out. What then comes first counts as pending from now, unless it came first before: a message whose
     * sender died grows old however much others do to the document.
     */
    static List<Bson> remove(Collection<String> messageIds, Instant now) {
        Document sent = new Document("$in", List.of("$$message.id", new Document("$literal", List.copyOf(messageIds))));
        Document others = new Document("input", "$" + Outbox.FIELD)
                .append("as", "message")
                .append("cond", new Document("$not", List.of(sent)));
        Document rest = new Document("$filter", others);
        Document since = cond(
                equal("$$rest", List.of()),
                "$$REMOVE",
                cond(equal(first("$$rest.id"), first(HEAD)), "$" + Outbox.PENDING_SINCE, now));
        Document pendingSince =
                new Document("$let", new Document("vars", new Document("rest", rest)).append("in", since));
        return List.of(
                new Document("$set", new Document(Outbox.FIELD, rest).append(Outbox.PENDING_SINCE, pendingSince)));
    }

    private static Document first(String ids) {
        return new Document("$first", List.of(ids));
    }

    private static Document equal(Object one, Object other) {
        return new Document("$eq", List.of(one, other));
    }

    private static Document cond(Document condition, Object then, Object otherwise) {
        return new Document("$cond", List.of(condition, then, otherwise));
    }
}
