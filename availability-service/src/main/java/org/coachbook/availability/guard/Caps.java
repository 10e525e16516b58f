package org.coachbook.availability.guard;

import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;
import org.jspecify.annotations.Nullable;

/** How many sessions may start on a local day and in a local ISO week, over all types and of one type; null: any. */
public record Caps(
        @Nullable Integer coachDay,
        @Nullable Integer coachWeek,
        @Nullable Integer typeDay,
        @Nullable Integer typeWeek) {
    /** No cap at all. */
    public static final Caps NONE = new Caps(null, null, null, null);

    /** The four caps of a session type of this coach. */
    public static Caps of(Schedule schedule, SessionType type) {
        return new Caps(
                schedule.maxSessionsPerDay(),
                schedule.maxSessionsPerWeek(),
                type.settings().maxSessionsPerDay(),
                type.settings().maxSessionsPerWeek());
    }

    boolean daily() {
        return coachDay != null || typeDay != null;
    }

    boolean weekly() {
        return coachWeek != null || typeWeek != null;
    }
}
