package org.coachbook.availability.guard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.hours.ScheduleEdits;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.schedules.WeeklyHours;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.SlotHeld;
import org.jspecify.annotations.Nullable;

/** Puts the guard to work on calendars of its own, in a week of the future. */
@Singleton
class GuardBench {
    /** Monday midnight in Zurich. */
    static final Instant MONDAY = Instant.parse("2030-03-03T23:00:00Z");

    static final Instant NOW = Instant.parse("2030-03-01T08:00:00Z");

    final Guard guard;
    final Schedules schedules;
    final ScheduleEdits edits;
    final WeekRepository weeks;
    final StandingEntries standing;
    final SessionDecisions decisions;
    private final WeekBuilder builder;
    private final WideWrites wide;

    GuardBench(
            Guard guard,
            Schedules schedules,
            ScheduleEdits edits,
            WeekRepository weeks,
            StandingEntries standing,
            SessionDecisions decisions,
            WeekBuilder builder,
            WideWrites wide) {
        this.guard = guard;
        this.schedules = schedules;
        this.edits = edits;
        this.weeks = weeks;
        this.standing = standing;
        this.decisions = decisions;
        this.builder = builder;
        this.wide = wide;
    }

    /** Standing entries as a replica changes them whose clock shows this. */
    StandingEntries standingAt(Instant now) {
        return new StandingEntries(weeks, builder, wide, guard, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A coach who is always open. */
    Schedule open() {
        return opened("coach-" + UUID.randomUUID(), Rules.daily(0, 1440));
    }

    Schedule opened(String coach, List<WeeklyHours> hours) {
        return opened(coach, hours, List.of());
    }

    Schedule opened(String coach, List<WeeklyHours> hours, List<DatedEntry> entries) {
        return edits.edit(coach, "Europe/Zurich", b -> {
            var rules = Rules.schedule("Europe/Zurich", hours, entries, 0, 15, Caps.NONE);
            return new Schedule(
                    b.coachId(),
                    b.anchorZone(),
                    b.timeZone(),
                    rules.weeklyHours(),
                    rules.entries(),
                    0,
                    60,
                    null,
                    15,
                    null,
                    null,
                    b.calendarVisibility(),
                    b.version(),
                    b.sequence());
        });
    }

    /** The coach lives in this zone and works these hours from now on. */
    Schedule edited(Schedule coach, String zone, List<WeeklyHours> hours) {
        UnaryOperator<Schedule> change = before -> new Schedule(
                before.coachId(),
                before.anchorZone(),
                zone,
                hours,
                before.entries(),
                before.minimumNoticeMinutes(),
                before.bookingWindowDays(),
                before.bookingWindow(),
                before.slotStepMinutes(),
                before.maxSessionsPerDay(),
                before.maxSessionsPerWeek(),
                before.calendarVisibility(),
                before.version(),
                before.sequence());
        return edits.edit(coach.coachId(), zone, change);
    }

    /** An attempt to take so many minutes, with buffers of the same length on both sides. */
    static Attempt attempt(Schedule schedule, String id, String owner, Instant start, int minutes, int buffer) {
        return attempt(schedule, id, owner, Range.ofMinutes(start, minutes), buffer, Caps.NONE, NOW);
    }

    static Attempt attempt(
            Schedule schedule, String id, String owner, Range visible, int buffer, Caps caps, Instant now) {
        Range occupied = visible.widened(buffer, buffer);
        Entry entry = new Entry(
                id,
                Entry.Kind.RESERVED,
                owner,
                "type",
                visible.from(),
                visible.to(),
                occupied.from(),
                occupied.to(),
                true,
                now.plus(Duration.ofMinutes(10)),
                null,
                null);
        return Attempt.of(schedule, caps, entry, List.of(), List.of(message(schedule, id)), now);
    }

    /** The same as a time that may replace a booked one. */
    static Attempt beside(Attempt plain, @Nullable String booked) {
        Entry entry = plain.entry().beside(booked);
        return Attempt.of(plain.schedule(), plain.caps(), entry, plain.ownHolds(), plain.messages(), plain.now());
    }

    /** The same as a seat in a session that so many people share. */
    static Attempt seat(Attempt plain, int capacity) {
        return seat(plain, capacity, null);
    }

    /** The same where the session needs a minimum of attendees; the seat is that of a booking named as its owner. */
    static Attempt seat(Attempt plain, int capacity, @Nullable Minimum minimum) {
        Entry e = plain.entry();
        Seat seat = new Seat(e.sessionTypeId() + "@" + e.visible(), capacity, e.owner(), minimum);
        var wanted = new Candidate(e.sessionTypeId(), e.visible(), e.occupied(), seat, e.owner());
        Entry seated = Entry.of(e.id(), e.kind(), e.owner(), wanted, e.expiresAt(), null);
        return Attempt.of(plain.schedule(), plain.caps(), seated, plain.ownHolds(), plain.messages(), plain.now());
    }

    /** The week's id, where what starts then is decided. */
    static String weekId(Schedule schedule, Instant at) {
        return Attempt.weekId(schedule.coachId(), schedule.weeks().of(at).name());
    }

    /** A time that was taken with such an attempt, to be given up. */
    static Attempt.GivenUp standing(String id, Instant start, int minutes, int buffer) {
        return new Attempt.GivenUp(id, Range.ofMinutes(start, minutes).widened(buffer, buffer));
    }

    static OutboxMessage message(Schedule schedule, String id) {
        var held = new SlotHeld(schedule.coachId(), NOW, MONDAY);
        return new OutboxMessage(
                id + ":held",
                "availability.slot-held.v1",
                "availability.events",
                schedule.coachId(),
                id,
                0,
                MessageJson.write(held),
                Map.of());
    }

    Outcome reserve(Attempt attempt) {
        return guard.reserve(attempt.schedule(), current -> under(current, attempt));
    }

    /** The same attempt by the schedule as it is now. */
    static Attempt under(Schedule current, Attempt attempt) {
        return new Attempt(
                current,
                attempt.caps(),
                attempt.entry(),
                attempt.ownHolds(),
                attempt.givenUp(),
                attempt.messages(),
                attempt.now());
    }

    CalendarWeek week(Schedule schedule, Instant at) {
        return Objects.requireNonNull(weeks.find(weekId(schedule, at)));
    }

    /** Runs them all at once; an exception of one of them fails the test. */
    static <T> List<T> atOnce(int count, IntFunction<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
