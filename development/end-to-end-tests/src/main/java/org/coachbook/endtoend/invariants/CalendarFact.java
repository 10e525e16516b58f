package org.coachbook.endtoend.invariants;

import java.time.Instant;
import java.util.stream.Stream;
import org.bson.Document;

/** A time that is taken, as the calendar tells it. */
record CalendarFact(String id, String coachId, String kind, Instant from, Instant to, Instant expiresAt) {
    /** The entries of a week; copies of an entry that reaches in from the week before do not count. */
    static Stream<CalendarFact> of(Document week) {
        return week.getList("busy", Document.class).stream()
                .filter(entry -> entry.getBoolean("counts"))
                .map(entry -> new CalendarFact(
                        entry.getString("id"),
                        week.getString("coachId"),
                        entry.getString("kind"),
                        entry.getDate("from").toInstant(),
                        entry.getDate("to").toInstant(),
                        entry.getDate("expiresAt").toInstant()));
    }

    boolean confirmed() {
        return kind.equals("CONFIRMED");
    }
}
