package org.coachbook.availability.guard;

import java.time.Instant;
import org.bson.Document;
import org.coachbook.availability.calendar.Range;
import org.jspecify.annotations.Nullable;

/**
 * A taken time in a calendar week.
 *
 * @param id of the hold, or the reservation's: booking id and attempt number
 * @param owner the client
 * @param from start of the session
 * @param occFrom start of the session with the buffer before it
 * @param counts whether caps count it; false for the copy in a second week
 * @param expiresAt when it lapses; {@link #NEVER} for a confirmed one
 * @param alsoIn id of the other week that it reaches into
 * @param reply the answer that was given to its reservation, for a repeat of the command
 */
public record Entry(
        String id,
        Kind kind,
        String owner,
        String sessionTypeId,
        Instant from,
        Instant to,
        Instant occFrom,
        Instant occTo,
        boolean counts,
        Instant expiresAt,
        @Nullable String alsoIn,
        @Nullable String reply) {
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** What a taken time is. */
    public enum Kind {
        HELD,
        RESERVED,
        OFFERED,
        CONFIRMED
    }

    /** The session itself. */
    public Range visible() {
        return new Range(from, to);
    }

    /** The session with its buffers. */
    public Range occupied() {
        return new Range(occFrom, occTo);
    }

    public boolean live(Instant now) {
        return expiresAt.isAfter(now);
    }

    /** Whether a person holds this time without having booked it. */
    public boolean heldBy(@Nullable String person) {
        return kind == Kind.HELD && owner.equals(person);
    }

    /** Whether both cannot take place: one's session reaches into the other's session or buffers. */
    public boolean conflictsWith(Range otherVisible, Range otherOccupied) {
        return visible().overlaps(otherOccupied) || occupied().overlaps(otherVisible);
    }

    /** The same time as the second week keeps it. */
    Entry copyFor(String homeWeek) {
        return new Entry(id, kind, owner, sessionTypeId, from, to, occFrom, occTo, false, expiresAt, homeWeek, null);
    }

    /** The same time under another kind and deadline. */
    Entry with(Kind otherKind, Instant otherExpiry) {
        return new Entry(
                id, otherKind, owner, sessionTypeId, from, to, occFrom, occTo, counts, otherExpiry, alsoIn, reply);
    }

    Document toDocument() {
        Document document = new Document("id", id)
                .append("kind", kind.name())
                .append("owner", owner)
                .append("sessionTypeId", sessionTypeId)
                .append("from", from)
                .append("to", to)
                .append("occFrom", occFrom)
                .append("occTo", occTo)
                .append("counts", counts)
                .append("expiresAt", expiresAt);
        if (alsoIn != null) {
            document.append("alsoIn", alsoIn);
        }
        return reply == null ? document : document.append("reply", reply);
    }
}
