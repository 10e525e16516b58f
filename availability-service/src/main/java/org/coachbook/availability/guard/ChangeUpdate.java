package org.coachbook.availability.guard;

import static org.coachbook.availability.guard.Expressions.literal;
import static org.coachbook.availability.guard.Expressions.op;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.chassis.outbox.OutboxMessage;

/**
 * The write that confirms or extends an entry that stands in the calendar. It matches by id alone and needs no clock:
 * while the entry stands, nobody else has its time.
 */
record ChangeUpdate(String id, Kind kind, Instant expiresAt, List<OutboxMessage> messages, Instant now) {

    /** Makes it permanent. */
    static ChangeUpdate confirm(String id, List<OutboxMessage> messages, Instant now) {
        return new ChangeUpdate(id, Kind.CONFIRMED, Entry.NEVER, messages, now);
    }

    /** Moves its deadline. */
    static ChangeUpdate extend(String id, Instant expiresAt, List<OutboxMessage> messages, Instant now) {
        return new ChangeUpdate(id, Kind.RESERVED, expiresAt, messages, now);
    }

    /** An entry that stands in one week only and is not permanent yet. */
    Document inOneWeek(String weekId) {
        return standing(weekId, new Document("alsoIn", null));
    }

    /** An entry that is not permanent yet, wherever else it stands. */
    Document anywhere(String weekId) {
        return standing(weekId, new Document());
    }

    private Document standing(String weekId, Document more) {
        Document entry = new Document("id", id).append("kind", new Document("$ne", Kind.CONFIRMED.name()));
        entry.putAll(more);
        return new Document("_id", weekId).append("busy", new Document("$elemMatch", entry));
    }

    /** The pipeline; the messages are announced by the week of the start. */
    List<Document> pipeline(boolean home) {
        Document counted = new Document("counts", home); // an offer does not count until it is taken
        Document changed = op("$mergeObjects", "$$b", "$$change", counted);
        Document fields = new Document(
                "busy", Expressions.map("$busy", op("$cond", op("$eq", "$$b.id", "$$id"), changed, "$$b")));
        fields.putAll(Expressions.appended(home ? messages.size() : 0));
        return List.of(Expressions.set(fields));
    }

    Document variables() {
        Document variables = new Document("now", now)
                .append("id", literal(id))
                .append("change", literal(new Document("kind", kind.name()).append("expiresAt", expiresAt)));
        variables.putAll(Expressions.messageVariables(messages));
        return variables;
    }
}
