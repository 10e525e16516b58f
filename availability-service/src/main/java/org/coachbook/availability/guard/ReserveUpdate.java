package org.coachbook.availability.guard;

import static org.coachbook.availability.guard.Expressions.LIVE;
import static org.coachbook.availability.guard.Expressions.OWN;
import static org.coachbook.availability.guard.Expressions.filter;
import static org.coachbook.availability.guard.Expressions.literal;
import static org.coachbook.availability.guard.Expressions.not;
import static org.coachbook.availability.guard.Expressions.op;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The write that takes a time. It removes every entry it treats as expired, so that two entries in each other's way never
 * stand side by side, and remembers the lapsed reservations among them.
 */
final class ReserveUpdate {
    /** How long a lapsed reservation is remembered; longer than commands are kept. */
    static final Duration REMEMBERED = Duration.ofDays(15);

    private ReserveUpdate() {}

    /** The pipeline for the week of the start. */
    static List<Document> of(Attempt attempt) {
        return pipeline(attempt, true, attempt.messages().size());
    }

    /** The pipeline for another week that has to agree; {@code takes} when the time reaches into it. */
    static List<Document> beside(Attempt attempt, boolean takes) {
        return pipeline(attempt, takes, 0);
    }

    private static List<Document> pipeline(Attempt attempt, boolean takes, int messages) {
        Document kept = filter("$busy", op("$and", LIVE, not(OWN), op("$ne", "$$b.id", "$$id")));
        Document fields = new Document("busy", takes ? op("$concatArrays", kept, List.of("$$entry")) : kept)
                .append("lapsed", op("$concatArrays", remembered(), lapsing()))
                .append("writes", op("$add", "$writes", 1L));
        if (attempt.givenUp() != null) {
            fields.append("gone", ReleaseUpdate.withTombstone());
        }
        fields.putAll(Expressions.appended(messages));
        return List.of(Expressions.set(fields));
    }

    private static Document remembered() {
        Document young = op("$gt", "$$b.expiresAt", "$$forgotten");
        return filter("$lapsed", op("$and", young, op("$ne", "$$b.id", "$$id")));
    }

    private static Document lapsing() {
        List<String> reservations = List.of(Kind.RESERVED.name(), Kind.OFFERED.name());
        return filter(
                "$busy",
                op("$and", not(LIVE), not(OWN), op("$in", "$$b.kind", reservations), op("$ne", "$$b.id", "$$id")));
    }

    /** The variables of {@link #of} and of {@link ReserveFilter#of}. */
    static Document variables(Attempt attempt) {
        Document variables = variables(attempt, attempt.entry());
        Range day = attempt.schedule().localWeeks().day(attempt.entry().from());
        Range week = attempt.schedule().localWeeks().of(attempt.entry().from()).range();
        variables
                .append("type", literal(attempt.entry().sessionTypeId()))
                .append("session", literal(session(attempt.entry())))
                .append(
                        "besides",
                        literal(Objects.requireNonNullElse(attempt.entry().besides(), "")))
                .append("d0", day.from())
                .append("d1", day.to())
                .append("w0", week.from())
                .append("w1", week.to());
        variables.putAll(Expressions.messageVariables(attempt.messages()));
        return variables;
    }

    /** The session that a seat is in; for any other entry a text that names none. */
    private static String session(Entry entry) {
        return entry.seat() == null ? "" : entry.seat().session();
    }

    /** The variables of {@link #beside}; {@code copy} is null for a week that the time does not reach into. */
    static Document besideVariables(Attempt attempt, @Nullable Entry copy) {
        return variables(attempt, copy == null ? attempt.entry() : copy);
    }

    private static Document variables(Attempt attempt, Entry entry) {
        Instant now = attempt.now();
        Document variables = new Document("now", now)
                .append("forgotten", now.minus(REMEMBERED))
                .append("id", literal(entry.id()))
                .append("owner", literal(entry.owner()))
                .append("own", literal(attempt.replacedIds()))
                .append("entry", literal(entry.toDocument()));
        if (attempt.givenUp() != null) {
            variables.putAll(ReleaseUpdate.tombstone(attempt.givenUp().id(), now));
        }
        return variables;
    }
}
