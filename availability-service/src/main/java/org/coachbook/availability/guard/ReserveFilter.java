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
        List<Document> conditions = new ArrayList<>(seatLeft(attempt.entry()));
        conditions.addAll(caps(attempt.caps()));
        Document filter = time(attempt)
                .append("coachId", attempt.schedule().coachId())
                .append("scheduleVersion", attempt.schedule().version())
                .append("stale", new Document("$ne", true))
                .append("open", new Document("$elemMatch", open(attempt)));
        return under(exchanging(filter, attempt), conditions);
    }

    /** The time that is given up has to be there to be given up. */
    private static Document exchanging(Document filter, Attempt attempt) {
        if (attempt.givenUp() == null) {
            return filter;
        }
        Document standing = new Document("id", attempt.givenUp().id())
                .append("owner", attempt.entry().owner());
        return filter.append("$and", List.of(new Document("busy", new Document("$elemMatch", standing))));
    }

    /** What has to hold for an entry that lapsed and is asked for again: its time is still nobody else's. */
    static Document timeOnly(Attempt attempt) {
        return under(time(attempt), seatLeft(attempt.entry()));
    }

    private static Document under(Document filter, List<Document> conditions) {
        return conditions.isEmpty() ? filter : filter.append("$expr", new Document("$and", conditions));
    }

    private static Document time(Attempt attempt) {
        Entry entry = attempt.entry();
        Document time = new Document("_id", attempt.homeId())
                .append("busy.id", new Document("$ne", entry.id()))
                .append("gone.id", new Document("$ne", entry.id()))
                .append("busy", new Document("$not", new Document("$elemMatch", conflict(attempt))));
        return entry.seat() == null ? time : time.append("decisions", joinable(entry.seat(), attempt.now()));
    }

    /** A session that was called off takes no seats, nor one that is to be decided by now unless it takes place. */
    private static Document joinable(Seat seat, Instant now) {
        boolean open = seat.minimum() == null || !seat.minimum().isDue(now);
        Document decided = new Document("session", seat.session()).append("going", !open);
        Document exists = new Document("$elemMatch", decided);
        return open ? new Document("$not", exists) : exists;
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
        List<Document> beside = new ArrayList<>();
        beside.add(new Document("id", new Document("$in", attempt.replacedIds())).append("owner", e.owner()));
        if (e.besides() != null) {
            beside.add(new Document("id", e.besides())
                    .append("owner", e.owner())
                    .append("from", new Document("$ne", e.from())));
        }
        if (e.seat() != null) {
            beside.add(
                    new Document("seat.session", e.seat().session()).append("owner", new Document("$ne", e.owner())));
        }
        return new Document(
                        "$or",
                        List.of(
                                overlap("from", "to", e.occFrom(), e.occTo()),
                                overlap("occFrom", "occTo", e.from(), e.to())))
                .append("expiresAt", new Document("$gt", attempt.now()))
                .append("$nor", beside);
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

    /** The last seat is decided here: fewer are taken than there are. */
    private static List<Document> seatLeft(Entry entry) {
        if (entry.seat() == null) {
            return List.of();
        }
        Document taken = op("$and", op("$eq", "$$b.seat.session", "$$session"), LIVE, not(OWN));
        Document number = new Document("$size", Expressions.filter("$busy", taken));
        return List.of(op("$lt", number, entry.seat().capacity()));
    }

    /** Sessions are counted, not their seats; the one that this seat is in is there already or, for its first, new. */
    private static void below(List<Document> conditions, @Nullable Integer cap, Document counted) {
        if (cap != null) {
            Document other = op("$ne", "$$b.seat.session", "$$session");
            Document stays = op("$ne", "$$b.id", "$$besides");
            List<Object> all = Arrays.asList("$$b.counts", LIVE, not(OWN), stays, other, counted);
            Document entries = Expressions.filter("$busy", new Document("$and", all));
            Document session = op("$ifNull", "$$b.seat.session", "$$b.id");
            Document sessions = op("$setUnion", Expressions.map(entries, session));
            conditions.add(op("$lt", new Document("$size", sessions), cap));
        }
    }
}
