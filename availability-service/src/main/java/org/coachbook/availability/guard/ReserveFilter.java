package org.coachbook.availability.guard;

import static org.coachbook.availability.guard.Expressions.LIVE;
import static org.coachbook.availability.guard.Expressions.OWN;
import static org.coachbook.availability.guard.Expressions.not;
import static org.coachbook.availability.guard.Expressions.op;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The condition under which a week takes an entry: the rules are the ones it was checked by, the id is new, the time is
 * open and nobody else's, and no cap is reached. {@link Fitness} is its pure twin.
 */
final class ReserveFilter {
    private ReserveFilter() {}

    /** Everything that has to hold for a new entry. */
    static Document of(Attempt attempt) {
        Document filter = timeOnly(attempt)
                .append("coachId", attempt.schedule().coachId())
                .append("scheduleVersion", attempt.schedule().version())
                .append("stale", new Document("$ne", true))
                .append("open", new Document("$elemMatch", open(attempt)));
        List<Document> caps = caps(attempt.caps());
        return caps.isEmpty() ? filter : filter.append("$expr", new Document("$and", caps));
    }

    /** What has to hold for an entry that lapsed and is asked for again: its time is still nobody else's. */
    static Document timeOnly(Attempt attempt) {
        Entry entry = attempt.entry();
        return new Document("_id", attempt.homeId())
                .append("busy.id", new Document("$ne", entry.id()))
                .append("gone.id", new Document("$ne", entry.id()))
                .append("busy", new Document("$not", new Document("$elemMatch", conflict(attempt))));
    }

    private static Document open(Attempt attempt) {
        Entry entry = attempt.entry();
        boolean named = attempt.schedule().names(entry.sessionTypeId());
        return new Document("from", new Document("$lte", entry.from()))
                .append("to", new Document("$gte", entry.to()))
                .append("types", named ? entry.sessionTypeId() : null);
    }

    private static Document conflict(Attempt attempt) {
        Entry e = attempt.entry();
        Document own = new Document("id", new Document("$in", attempt.ownHoldIds())).append("owner", e.owner());
        return new Document(
                        "$or",
                        List.of(
                                overlap("from", "to", e.occFrom(), e.occTo()),
                                overlap("occFrom", "occTo", e.from(), e.to())))
                .append("expiresAt", new Document("$gt", attempt.now()))
                .append("$nor", List.of(own));
    }

    private static Document overlap(String from, String to, Instant start, Instant end) {
        return new Document(from, new Document("$lt", end)).append(to, new Document("$gt", start));
    }

    private static List<Document> caps(Caps caps) {
        List<Document> conditions = new ArrayList<>();
        Document ofType = op("$eq", "$$b.sessionTypeId", "$$type");
        below(conditions, caps.coachDay(), startsBetween("$$d0", "$$d1"));
        below(conditions, caps.coachWeek(), startsBetween("$$w0", "$$w1"));
        below(conditions, caps.typeDay(), op("$and", ofType, startsBetween("$$d0", "$$d1")));
        below(conditions, caps.typeWeek(), op("$and", ofType, startsBetween("$$w0", "$$w1")));
        return conditions;
    }

    private static Document startsBetween(String from, String to) {
        return op("$and", op("$gte", "$$b.from", from), op("$lt", "$$b.from", to));
    }

    private static void below(List<Document> conditions, @Nullable Integer cap, Document counted) {
        if (cap != null) {
            List<Object> all = Arrays.asList("$$b.counts", LIVE, not(OWN), counted);
            Document number = new Document("$size", Expressions.filter("$busy", new Document("$and", all)));
            conditions.add(op("$lt", number, cap));
        }
    }
}
