package org.coachbook.availability.guard;

import static org.coachbook.availability.guard.Expressions.filter;
import static org.coachbook.availability.guard.Expressions.literal;
import static org.coachbook.availability.guard.Expressions.op;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.chassis.outbox.OutboxMessage;

/**
 * The write that gives a time back and leaves a tombstone, also for an id that was never seen: a reservation that
 * arrives after its release must not come to life.
 */
record ReleaseUpdate(String id, List<OutboxMessage> messages, Instant now) implements WeekUpdate {
    /** Tombstones outlive the commands on the topic, which are kept for 14 days. */
    static final Duration TOMBSTONE_LIFE = Duration.ofDays(30);

    /** A week in which the id was not released yet and stands alone, or not at all. */
    Document inOneWeek(String weekId) {
        Document wide = new Document("id", id).append("alsoIn", new Document("$ne", null));
        return notGone(weekId).append("busy", new Document("$not", new Document("$elemMatch", wide)));
    }

    /** A week in which the id does not stand: what lapsed is lost for good. */
    Document notStanding(String weekId) {
        return notGone(weekId).append("busy.id", new Document("$ne", id));
    }

    /** A week in which the id was neither released nor, by another replica meanwhile, made permanent. */
    @Override
    public Document in(String weekId, boolean home) {
        Document confirmed = new Document("id", id).append("kind", Kind.CONFIRMED.name());
        return notGone(weekId).append("busy", new Document("$not", new Document("$elemMatch", confirmed)));
    }

    /** A week in which the id was not released yet. */
    Document notGone(String weekId) {
        return new Document("_id", weekId).append("gone.id", new Document("$ne", id));
    }

    @Override
    public List<Document> pipeline(boolean home) {
        Document isOther = op("$ne", "$$b.id", "$$id");
        Document fields = new Document("busy", filter("$busy", isOther))
                .append("lapsed", filter("$lapsed", isOther))
                .append("gone", withTombstone());
        fields.putAll(Expressions.appended(home ? messages.size() : 0));
        return List.of(Expressions.set(fields));
    }

    /** The tombstones with that of {@link #tombstone}, without the oldest ones. */
    static Document withTombstone() {
        Document young = op("$gt", "$$b.at", "$$buried");
        return op("$concatArrays", filter("$gone", young), List.of("$$tombstone"));
    }

    /** The variables of {@link #withTombstone}. */
    static Document tombstone(String id, Instant now) {
        return new Document("buried", now.minus(TOMBSTONE_LIFE))
                .append("tombstone", literal(new Document("id", id).append("at", now)));
    }

    @Override
    public Document variables() {
        Document variables = new Document("now", now).append("id", literal(id));
        variables.putAll(tombstone(id, now));
        variables.putAll(Expressions.messageVariables(messages));
        return variables;
    }
}
