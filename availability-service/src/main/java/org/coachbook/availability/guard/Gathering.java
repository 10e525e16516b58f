package org.coachbook.availability.guard;

import static org.coachbook.availability.guard.Expressions.filter;
import static org.coachbook.availability.guard.Expressions.literal;
import static org.coachbook.availability.guard.Expressions.map;
import static org.coachbook.availability.guard.Expressions.op;
import static org.coachbook.availability.guard.Expressions.set;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbook.availability.guard.Entry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A session that needs a minimum of attendees, as its week shows it. What is decided by it is written only where it is
 * still so; so no two writes decide on different numbers of people, and nobody is left untold.
 *
 * @param seats its standing entries, the first taken one first
 * @param lapsed reservations of seats that ran out
 * @param decision null while nothing is decided
 */
record Gathering(
        String session,
        List<Entry> seats,
        List<Entry> lapsed,
        @Nullable SessionDecision decision) {
    private static final Document IN_SESSION = op("$eq", "$$b.seat.session", "$$session");
    private static final Document PAID = op("$and", IN_SESSION, op("$eq", "$$b.kind", Kind.CONFIRMED.name()));

    static Gathering of(CalendarWeek week, String session) {
        return new Gathering(session, in(week.busy(), session), in(week.lapsed(), session), week.decisionOn(session));
    }

    /** Those of the week whose time to decide has come, or whose seats are not all told yet. */
    static List<Gathering> due(CalendarWeek week, Instant now) {
        return week.busy().stream()
                .map(Entry::seat)
                .filter(Objects::nonNull)
                .map(Seat::session)
                .distinct()
                .map(session -> of(week, session))
                .filter(gathering -> {
                    Minimum minimum = gathering.minimum();
                    return minimum != null && minimum.isDue(now);
                })
                .toList();
    }

    private static List<Entry> in(List<Entry> entries, String session) {
        return entries.stream()
                .filter(e -> e.seat() != null && e.seat().session().equals(session))
                .toList();
    }

    /** What was promised to the first of its seats that waits, one that lapsed only if no other does; null: nothing. */
    @Nullable
    Minimum minimum() {
        return Stream.concat(seats.stream(), lapsed.stream())
                .map(Entry::seat)
                .filter(Objects::nonNull)
                .map(Seat::minimum)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Seats are made permanent when they are paid. */
    List<Entry> paid() {
        return seats.stream().filter(e -> e.kind() == Kind.CONFIRMED).toList();
    }

    boolean isDecided() {
        return decision != null;
    }

    /** Whether it takes place, or would with so many more paid seats. */
    boolean takesPlaceWith(int more) {
        if (decision != null) {
            return decision.going();
        }
        Minimum minimum = minimum();
        return minimum == null || isPromised() || paid().size() + more >= minimum.attendees();
    }

    /** Whoever was confirmed without having to wait, as by an earlier session type, keeps his session. */
    private boolean isPromised() {
        return paid().stream().anyMatch(e -> e.seat() != null && e.seat().minimum() == null);
    }

    /** That its paid seats are these, and that it is decided, or not, as it was read. */
    Document asRead() {
        return asRead(sameIds("$busy", PAID, paid()));
    }

    /** That all its seats are these, too. */
    Document exactlyAsRead() {
        return asRead(op(
                "$and",
                sameIds("$busy", PAID, paid()),
                sameIds("$busy", IN_SESSION, seats),
                sameIds("$lapsed", IN_SESSION, lapsed)));
    }

    private Document asRead(Document condition) {
        return new Document("decisions.session", isDecided() ? session : new Document("$ne", session))
                .append("$expr", condition);
    }

    private static Document sameIds(String array, Document which, List<Entry> entries) {
        List<String> ids = entries.stream().map(Entry::id).toList();
        return op("$setEquals", map(filter(array, which), "$$b.id"), literal(ids));
    }

    /** The stage that says that it takes place, after which none of its seats waits any more. */
    Document goingStage() {
        Document told = op("$mergeObjects", "$$b.seat", literal(new Document("minimum", null)));
        Document seat = op("$mergeObjects", "$$b", new Document("seat", told));
        Document fields = new Document("busy", map("$busy", op("$cond", IN_SESSION, seat, "$$b")));
        return set(isDecided() ? fields : fields.append("decisions", decisions()));
    }

    /** The fields of a week without its seats; their ids are gone for good. */
    Document offFields(boolean home) {
        Document isOther = op("$ne", "$$b.seat.session", "$$session");
        Document young = op("$gt", "$$b.at", "$$buried");
        Document fields = new Document("busy", filter("$busy", isOther))
                .append("lapsed", filter("$lapsed", isOther))
                .append("gone", op("$concatArrays", filter("$gone", young), "$$tombstones"));
        return home ? fields.append("decisions", decisions()) : fields;
    }

    private static Document decisions() {
        return op("$concatArrays", op("$ifNull", "$decisions", List.of()), List.of("$$decision"));
    }

    /** The variables of all of these. */
    Document variables(boolean going, Instant now) {
        List<Document> tombstones = Stream.concat(seats.stream(), lapsed.stream())
                .map(e -> new Document("id", e.id()).append("at", now).append("calledOff", session))
                .toList();
        return new Document("session", literal(session))
                .append("decision", literal(new SessionDecision(session, going, now).toDocument()))
                .append("buried", now.minus(ReleaseUpdate.TOMBSTONE_LIFE))
                .append("tombstones", literal(tombstones));
    }
}
