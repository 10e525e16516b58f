package org.coachbook.availability.guard;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.WeeklyHours;
import org.coachbook.availability.sessiontypes.BookingRules;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.CancellationPolicy;
import org.coachbook.availability.sessiontypes.Capacity;
import org.coachbook.availability.sessiontypes.Lengths;
import org.coachbook.availability.sessiontypes.Location;
import org.coachbook.availability.sessiontypes.RecurringOptions;
import org.coachbook.availability.sessiontypes.SessionNotifications;
import org.coachbook.availability.sessiontypes.SessionSettings;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.availability.Visibility;
import org.jspecify.annotations.Nullable;

/** Schedules and session types for tests. */
public final class Rules {
    private Rules() {}

    public static Schedule schedule(
            String zone, List<WeeklyHours> hours, List<DatedEntry> entries, int notice, int step, Caps caps) {
        return new Schedule(
                "coach",
                zone,
                zone,
                hours,
                entries,
                notice,
                60,
                null,
                step,
                caps.coachDay(),
                caps.coachWeek(),
                Visibility.PUBLIC,
                1,
                1);
    }

    /** Open on every day from one minute of the day to another. */
    public static List<WeeklyHours> daily(int from, int to) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklyHours(day, from, to, true))
                .toList();
    }

    public static SessionType type(Lengths lengths, Buffers buffers, Caps caps) {
        return new SessionType(
                "type", "coach", 1, settings(lengths, buffers, caps.typeDay(), caps.typeWeek(), 1), false);
    }

    /** A type whose sessions so many people share, without buffers. */
    public static SessionType shared(Lengths lengths, int capacity) {
        return shared(lengths, new Buffers(0, 0), capacity);
    }

    public static SessionType shared(Lengths lengths, Buffers buffers, int capacity) {
        return new SessionType("type", "coach", 1, settings(lengths, buffers, null, null, capacity), false);
    }

    private static SessionSettings settings(
            Lengths lengths, Buffers buffers, @Nullable Integer perDay, @Nullable Integer perWeek, int capacity) {
        return new SessionSettings(
                "Coaching",
                "",
                null,
                capacity > 1 ? SessionFormat.GROUP : SessionFormat.ONE_ON_ONE,
                lengths,
                buffers,
                new Capacity(1, capacity, null),
                perDay,
                perWeek,
                Visibility.PUBLIC,
                new BookingRules(true, 24, false),
                PaymentTiming.IMMEDIATE,
                new Location(Location.Kind.ONLINE, null),
                new CancellationPolicy(List.of()),
                new RecurringOptions(false, List.of(), 12),
                new SessionNotifications(List.of(), List.of()),
                List.of(),
                true);
    }
}
