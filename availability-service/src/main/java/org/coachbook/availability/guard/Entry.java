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
 * @param seat what of the session it is, where several people share it; null: all
 * @param besides id of a booked time that goes when this one is chosen, and is not in its way; null where there is none
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
        @Nullable String reply,
        @Nullable Seat seat,
        @Nullable String besides) {
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** What a taken time is. */
    public enum Kind {
        HELD,
        RESERVED,
        OFFERED,
        CONFIRMED
    }

    /** A time that one person takes alone. */
    public Entry(
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
        this(id, kind, owner, sessionTypeId, from, to, occFrom, occTo, counts, expiresAt, alsoIn, reply, null, null);
    }

    /** What this person takes, counted by caps. */
    public static Entry of(
            String id, Kind kind, String owner, Candidate wanted, Instant expiresAt, @Nullable String reply) {
        return new Entry(
                id,
                kind,
                owner,
                wanted.sessionTypeId(),
                wanted.visible().from(),
                wanted.visible().to(),
                wanted.occupied().from(),
                wanted.occupied().to(),
                true,
                expiresAt,
                null,
                reply,
                wanted.seat(),
                null);
    }

    /** The same time as a coach offers it, which counts only when it is taken. */
    public Entry offered() {
        return with(Kind.OFFERED, false, expiresAt, alsoIn, reply, seat, besides);
    }

    /** The same time, which may replace a booked one, if any. */
    public Entry beside(@Nullable String booked) {
        return with(kind, counts, expiresAt, alsoIn, reply, seat, booked);
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

    /** Whether it is a seat in the session that the candidate is a seat in. */
    boolean inSessionOf(Candidate candidate) {
        Seat sought = candidate.seat();
        return seat != null && sought != null && seat.session().equals(sought.session());
    }

    /** Whether it is in the way of the candidate: of two seats in one session none is, unless one person wants both. */
    boolean isInTheWayOf(Candidate candidate) {
        return conflictsWith(candidate.visible(), candidate.occupied())
                && (!inSessionOf(candidate) || owner.equals(candidate.person()));
    }

    /** The same time as the second week keeps it; what becomes of a shared session is decided in the first one. */
    Entry copyFor(String homeWeek) {
        return with(kind, false, expiresAt, homeWeek, null, seat == null ? null : seat.decided(), besides);
    }

    /** The same time, which reaches into a second week or, for null, does not. */
    Entry reachingInto(@Nullable String otherWeek) {
        return with(kind, counts, expiresAt, otherWeek, reply, seat, besides);
    }

    /** The same time, taken for good or for longer; from now on it counts. */
    Entry with(Kind otherKind, Instant otherExpiry) {
        return with(otherKind, true, otherExpiry, alsoIn, reply, seat, besides);
    }

    private Entry with(
            Kind otherKind,
            boolean nowCounts,
            Instant otherExpiry,
            @Nullable String week,
            @Nullable String answer,
            @Nullable Seat otherSeat,
            @Nullable String booked) {
        return new Entry(
                id,
                otherKind,
                owner,
                sessionTypeId,
                from,
                to,
                occFrom,
                occTo,
                nowCounts,
                otherExpiry,
                week,
                answer,
                otherSeat,
                booked);
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
        if (seat != null) {
            document.append("seat", seat.toDocument());
        }
        if (besides != null) {
            document.append("besides", besides);
        }
        return reply == null ? document : document.append("reply", reply);
    }
}
