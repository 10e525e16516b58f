package org.coachbook.availability.holds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The holds of one person, so that nobody holds more than three times at once or keeps a time by holding it again and
 * again. It is written before the calendar; what a crash leaves behind expires.
 *
 * @param live holds that may still stand in a calendar
 * @param placed when holds were placed with which coach, in the last hour
 */
public record HoldAllowance(@BsonId String userId, List<Hold> live, List<Placed> placed, long version) {
    static final int MOST_LIVE = 3;
    static final int MOST_AN_HOUR = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    /** One hold that was placed. */
    public record Placed(String id, String coachId, Instant at) {}

    static HoldAllowance of(String userId) {
        return new HoldAllowance(userId, List.of(), List.of(), 0);
    }

    /** The same without what has expired. */
    HoldAllowance at(Instant now) {
        return next(
                live.stream().filter(h -> h.expiresAt().isAfter(now)).toList(),
                placed.stream().filter(p -> p.at().plus(HOUR).isAfter(now)).toList());
    }

    /** Those that ran out and were not looked after yet. */
    List<Hold> lapsedBy(Instant now) {
        return live.stream().filter(h -> !h.expiresAt().isAfter(now)).toList();
    }

    /** The live holds that give way to this one. */
    List<Hold> replacedBy(Hold hold) {
        return live.stream()
                .filter(h -> !h.id().equals(hold.id()) && h.conflictsWith(hold))
                .toList();
    }

    /** The same with one hold more, or null when that is one too many; to be called on what {@link #at} made. */
    @Nullable
    HoldAllowance with(Hold hold) {
        int others = live.size() - replacedBy(hold).size();
        long withCoach =
                placed.stream().filter(p -> p.coachId().equals(hold.coachId())).count();
        if (others >= MOST_LIVE || withCoach >= MOST_AN_HOUR) {
            return null;
        }
        List<Hold> more = new ArrayList<>(live);
        more.add(hold);
        List<Placed> times = new ArrayList<>(placed);
        times.add(new Placed(hold.id(), hold.coachId(), hold.placedAt()));
        return next(more, times);
    }

    /** The same without these holds, which still count for the hour. */
    HoldAllowance without(List<String> ids) {
        return next(live.stream().filter(h -> !ids.contains(h.id())).toList(), placed);
    }

    /** The same as if this hold had never been asked for. */
    HoldAllowance undone(String id) {
        return next(
                live.stream().filter(h -> !h.id().equals(id)).toList(),
                placed.stream().filter(p -> !p.id().equals(id)).toList());
    }

    @Nullable
    Hold find(String id) {
        return live.stream().filter(h -> h.id().equals(id)).findFirst().orElse(null);
    }

    private HoldAllowance next(List<Hold> nextLive, List<Placed> nextPlaced) {
        return new HoldAllowance(userId, List.copyOf(nextLive), List.copyOf(nextPlaced), version);
    }
}
