package org.coachbook.availability.guard;

import static org.coachbook.availability.guard.Expressions.literal;
import static org.coachbook.availability.guard.Expressions.op;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The write that confirms or extends an entry that stands in the calendar. It matches by id alone and needs no clock:
 * while the entry stands, nobody else has its time. Only a seat whose session needs a minimum of attendees depends on
 * the others.
 *
 * @param done what is answered
 * @param gathering the seat's session, which is decided with it where it is the last one that was missing; null for
 *     any other entry
 */
record ChangeUpdate(
        String id,
        Kind kind,
        Instant expiresAt,
        Answer done,
        @Nullable Gathering gathering,
        String coachId,
        Instant now)
        implements WeekUpdate {
    /** The answer to whoever has the entry changed. */
    @FunctionalInterface
    public interface Answer {
        /** @param decidesAt when it is decided whether the session takes place; null where it does */
        OutboxMessage message(@Nullable Instant decidesAt);
    }

    /** Makes it permanent. */
    static ChangeUpdate confirm(String coachId, String id, Answer done, Instant now) {
        return new ChangeUpdate(id, Kind.CONFIRMED, Entry.NEVER, done, null, coachId, now);
    }

    /** Gives it until then; less time than it has, as a repeat may say that comes late, is not given. */
    static ChangeUpdate extend(String coachId, String id, Instant expiresAt, OutboxMessage done, Instant now) {
        return new ChangeUpdate(id, Kind.RESERVED, expiresAt, _ -> done, null, coachId, now);
    }

    /** The same as it has to be in this week: together with what the others in the entry's session come to. */
    ChangeUpdate in(CalendarWeek week, Entry entry) {
        Seat seat = entry.seat();
        return kind == Kind.CONFIRMED && seat != null && seat.minimum() != null
                ? new ChangeUpdate(id, kind, expiresAt, done, Gathering.of(week, seat.session()), coachId, now)
                : this;
    }

    /** An entry that stands in one week only, is not permanent yet and, unless it was looked at, waits for nobody. */
    Document inOneWeek(String weekId) {
        Document alone = new Document("alsoIn", null);
        if (kind == Kind.CONFIRMED && gathering == null) {
            alone.append("seat.minimum", null);
        }
        return standing(weekId, alone, true);
    }

    /** An entry that is not permanent yet, wherever else it stands. */
    @Override
    public Document in(String weekId, boolean home) {
        return standing(weekId, new Document(), home);
    }

    private Document standing(String weekId, Document more, boolean home) {
        Document entry = new Document("id", id).append("kind", new Document("$ne", Kind.CONFIRMED.name()));
        entry.putAll(more);
        Document filter = new Document("_id", weekId).append("busy", new Document("$elemMatch", entry));
        if (home && gathering != null) {
            filter.putAll(gathering.asRead());
        }
        return filter;
    }

    @Override
    public List<Document> pipeline(boolean home) {
        Document counted = new Document("counts", home); // an offer does not count until it is taken
        Document latest = new Document("expiresAt", op("$max", "$$b.expiresAt", "$$change.expiresAt"));
        Document changed = op("$mergeObjects", "$$b", "$$change", counted, latest);
        Document fields = new Document(
                "busy", Expressions.map("$busy", op("$cond", op("$eq", "$$b.id", "$$id"), changed, "$$b")));
        fields.putAll(Expressions.appended(home ? messages().size() : 0));
        Document change = Expressions.set(fields);
        return home && gathering != null && takesPlace() ? List.of(change, gathering.goingStage()) : List.of(change);
    }

    @Override
    public Document variables() {
        Document variables = new Document("now", now)
                .append("id", literal(id))
                .append("change", literal(new Document("kind", kind.name()).append("expiresAt", expiresAt)));
        if (gathering != null) {
            variables.putAll(gathering.variables(true, now));
        }
        variables.putAll(Expressions.messageVariables(messages()));
        return variables;
    }

    /** The answer, and what those are told who waited for this seat. */
    @Override
    public List<OutboxMessage> messages() {
        if (gathering == null || gathering.isDecided() || !takesPlace()) {
            return List.of(answer());
        }
        Stream<OutboxMessage> others = gathering.paid().stream()
                .filter(SessionMessages::concern)
                .map(seat -> SessionMessages.going(coachId, seat));
        return Stream.concat(Stream.of(done.message(null)), others).toList();
    }

    /** What is answered where the entry is taken once more, which decides nothing about a session. */
    OutboxMessage answer() {
        return done.message(gathering == null || gathering.isDecided() ? null : decidesAt(gathering));
    }

    private boolean takesPlace() {
        return gathering == null || gathering.takesPlaceWith(1);
    }

    private static @Nullable Instant decidesAt(Gathering gathering) {
        Minimum minimum = gathering.minimum();
        return minimum == null ? null : minimum.decidesAt();
    }
}
