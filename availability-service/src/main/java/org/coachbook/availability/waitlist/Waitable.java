package org.coachbook.availability.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.availability.slots.FreeTimes;
import org.coachbook.availability.slots.Slot;
import org.coachbook.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** Decides what can be waited for: what the person may see, can be booked at all, is open, and is taken. */
@ApplicationScoped
class Waitable {
    private final SessionTypes types;
    private final Schedules schedules;
    private final Viewers viewers;
    private final FreeTimes freeTimes;
    private final Clock clock;

    Waitable(SessionTypes types, Schedules schedules, Viewers viewers, FreeTimes freeTimes, Clock clock) {
        this.types = types;
        this.schedules = schedules;
        this.viewers = viewers;
        this.freeTimes = freeTimes;
        this.clock = clock;
    }

    /** What is asked for: a start, or a date in the coach's zone. */
    record Asked(
            String coachId,
            String sessionTypeId,
            @Nullable Integer minutes,
            @Nullable Instant start,
            @Nullable LocalDate date) {}

    /** The list for it, as if nobody were on it, or the end of the request with why there is none. */
    WaitList listOf(String clientId, Asked asked) {
        SessionType type = types.bookable(asked.coachId(), asked.sessionTypeId())
                .orElseThrow(() -> Problem.notFound("session type").asException());
        Schedule schedule = schedules.of(asked.coachId()).orElseThrow(() -> Problem.notFound("calendar")
                .asException());
        Viewer viewer = viewers.of(asked.coachId(), clientId);
        viewer.require(type.settings().calendarVisibility(), "session type");
        viewer.require(schedule.calendarVisibility(), "calendar");
        int minutes = asked.minutes() == null ? type.settings().duration().standard() : asked.minutes();
        WaitList list = list(asked, schedule, minutes);
        requireBookable(asked, list, schedule, type);
        requireOpen(list, schedule, type);
        requireTaken(list, new FreeTimes.Wanted(schedule, type, minutes, clientId));
        return list;
    }

    private static WaitList list(Asked asked, Schedule schedule, int minutes) {
        Instant start = asked.start();
        LocalDate date = asked.date();
        Instant endsAt = start != null || date == null
                ? Objects.requireNonNull(start)
                : schedule.localWeeks().startOf(date.plusDays(1));
        return WaitList.of(asked.coachId(), asked.sessionTypeId(), minutes, start, date, endsAt);
    }

    private void requireBookable(Asked asked, WaitList list, Schedule schedule, SessionType type) {
        Instant now = clock.instant();
        Checks checks = new Checks();
        if (asked.start() != null) {
            StartRules.Wrong wrong = StartRules.of(schedule, type, now).wrong(asked.start(), list.minutes());
            checks.that(wrong == null, wrong == null ? "" : wrong.field(), wrong == null ? "" : wrong.message());
        } else if (asked.date() != null) {
            checks.that(
                            type.settings().duration().allow(list.minutes()),
                            "durationMinutes",
                            "is not a length that this session type has")
                    .that(
                            !asked.date().isBefore(schedule.firstDate(now))
                                    && !asked.date().isAfter(schedule.lastDate(now)),
                            "date",
                            "is outside the dates that can be booked");
        }
        Refusals.require(checks.errors());
    }

    private static void requireOpen(WaitList list, Schedule schedule, SessionType type) {
        Range starts = list.starts(schedule);
        List<Range> open = OpenTimes.of(schedule, type.id(), starts.widened(0, list.minutes()))
                .open();
        Instant start = list.start();
        boolean possible = start == null
                ? !Ranges.within(open, starts).isEmpty()
                : Ranges.cover(open, Range.ofMinutes(start, list.minutes()));
        if (!possible) {
            throw Problem.of(409, "slot-unavailable", "This time is not open, so waiting for it is no use.")
                    .with("reason", "outside_availability")
                    .asException();
        }
    }

    private void requireTaken(WaitList list, FreeTimes.Wanted wanted) {
        List<Slot> free = freeTimes.in(wanted, list.starts(wanted.schedule()));
        if (!free.isEmpty()) {
            throw Problem.of(409, "still-free", "This can be booked now; there is no need to wait for it.")
                    .with("nearest", free.stream().limit(3).toList())
                    .asException();
        }
    }
}
