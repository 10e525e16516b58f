package org.coachbook.availability.guard;

import java.util.List;
import java.util.function.Predicate;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Whether a time can be had, as far as that depends on the calendar: the pure twin of {@link ReserveFilter}, used by
 * search and to explain a refusal.
 *
 * @param open the windows open to the session type, as a set
 * @param localWeeks the coach's days and weeks of today's zone, in which caps count
 */
public record Fitness(List<Range> open, Occupancy occupancy, Caps caps, WeekGrid localWeeks) {
    /**
     * The first reason why the candidate cannot be had, or null when it can.
     *
     * @param exempt entries that give way, because they are the asking person's own holds
     */
    public @Nullable RefusalReason refusal(Candidate candidate, Predicate<Entry> exempt) {
        return refusal(candidate, exempt, _ -> false);
    }

    /** @param uncounted entries that stay and that caps do not count all the same */
    @Nullable
    RefusalReason refusal(Candidate candidate, Predicate<Entry> exempt, Predicate<Entry> uncounted) {
        if (!Ranges.cover(open, candidate.visible()) || !occupancy.isJoinable(candidate)) {
            return RefusalReason.OUTSIDE_AVAILABILITY;
        }
        if (!occupancy.hasRoomFor(candidate, exempt)) {
            return RefusalReason.OVERLAPS;
        }
        return overCap(candidate, exempt.or(uncounted).or(entry -> entry.inSessionOf(candidate)));
    }

    private @Nullable RefusalReason overCap(Candidate candidate, Predicate<Entry> exempt) {
        String type = candidate.sessionTypeId();
        if (caps.daily()) {
            Range day = localWeeks.day(candidate.visible().from());
            if (full(caps.coachDay(), day, null, exempt) || full(caps.typeDay(), day, type, exempt)) {
                return RefusalReason.DAILY_CAP;
            }
        }
        if (caps.weekly()) {
            Range week = localWeeks.of(candidate.visible().from()).range();
            if (full(caps.coachWeek(), week, null, exempt) || full(caps.typeWeek(), week, type, exempt)) {
                return RefusalReason.WEEKLY_CAP;
            }
        }
        return null;
    }

    private boolean full(@Nullable Integer cap, Range range, @Nullable String type, Predicate<Entry> exempt) {
        return cap != null && occupancy.count(range, type, exempt) >= cap;
    }
}
