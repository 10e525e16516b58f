package org.coachbook.availability.guard;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One ISO week of a coach's calendar as it is read.
 *
 * @param scheduleVersion the version of the rules that its open windows were made from
 * @param stale whether the rules changed since
 * @param busy no two live ones overlap, but for a booked time and those that may replace it
 * @param lapsed reservations whose deadline passed, which a late confirmation may ask for again
 * @param gone ids that were released and are never reserved again
 * @param decisions about sessions that needed a minimum of attendees; null before the first one
 * @param sequence of the last message it sent
 */
public record CalendarWeek(
        @BsonId String id,
        String coachId,
        long scheduleVersion,
        boolean stale,
        List<Entry> busy,
        List<Entry> lapsed,
        List<Tombstone> gone,
        @Nullable List<SessionDecision> decisions,
        long sequence) {
    /**
     * A released id.
     *
     * @param calledOff the session that was called off with this seat; null for anything else
     */
    public record Tombstone(String id, Instant at, @Nullable String calledOff) {}

    /** What was decided about a session; null while nothing is. */
    @Nullable
    SessionDecision decisionOn(String session) {
        return decisions == null
                ? null
                : decisions.stream()
                        .filter(decision -> decision.session().equals(session))
                        .findFirst()
                        .orElse(null);
    }

    boolean isBuiltFor(long version) {
        return !stale && scheduleVersion == version;
    }

    boolean hasGone(String entryId) {
        return gone.stream().anyMatch(t -> t.id().equals(entryId));
    }

    boolean hasCalledOff(String entryId) {
        return gone.stream().anyMatch(t -> t.id().equals(entryId) && t.calledOff() != null);
    }

    @Nullable
    Entry entry(String entryId) {
        return find(busy, entryId);
    }

    @Nullable
    Entry lapsed(String entryId) {
        return find(lapsed, entryId);
    }

    private static @Nullable Entry find(List<Entry> entries, String entryId) {
        return entries.stream().filter(e -> e.id().equals(entryId)).findFirst().orElse(null);
    }
}
