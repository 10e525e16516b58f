package org.coachbook.availability.holds;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.bookable.Bookables;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.slots.FreeTimes;
import org.coachbook.availability.slots.NearestTimes;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.TimeRange;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Checks a wish to hold a time and answers it. */
@ApplicationScoped
class HoldPlacement {
    private final Bookables bookables;
    private final Holds holds;
    private final NearestTimes nearest;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Duration life;

    HoldPlacement(
            Bookables bookables,
            Holds holds,
            NearestTimes nearest,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "coachbook.deadlines.hold") Duration life) {
        this.bookables = bookables;
        this.holds = holds;
        this.nearest = nearest;
        this.clock = clock;
        this.meters = meters;
        this.life = life;
    }

    /** How a hold is known and how long it lives. */
    private record Terms(String id, Duration life) {}

    /** What is asked for; {@code minutes} null: the session type's default. */
    record Asked(
            String coachId,
            String sessionTypeId,
            Instant start,
            @Nullable Integer minutes) {}

    /** Places the hold, or ends the request with why not. */
    Hold place(String userId, Asked asked, @Nullable String key) {
        String id = key == null ? UUID.randomUUID().toString() : idOf(userId, key);
        return place(userId, asked, new Terms(id, life));
    }

    /** Places a hold under this id, or ends the request with why not; one that was placed before is answered. */
    Hold place(String userId, Asked asked, String id, Duration holdLife) {
        return place(userId, asked, new Terms(id, holdLife));
    }

    private Hold place(String userId, Asked asked, Terms terms) {
        Bookable bookable = bookables
                .find(asked.coachId(), userId, asked.sessionTypeId())
                .orElseThrow(() -> Problem.notFound("session type").asException());
        SessionType type = bookable.type();
        Schedule schedule = bookable.schedule();
        Viewer viewer = bookable.client();
        viewer.require(type.settings().calendarVisibility(), "session type");
        int minutes = asked.minutes() == null ? type.settings().duration().standard() : asked.minutes();
        requireStart(schedule, type, asked.start(), minutes);
        var wanted = new FreeTimes.Wanted(schedule, type, minutes, userId);
        if (!viewer.maySee(schedule.calendarVisibility()) || schedule.version() == 0) {
            throw refused(RefusalReason.OUTSIDE_AVAILABILITY, wanted, asked.start(), false);
        }
        Hold hold = hold(userId, type, asked.start(), minutes, terms);
        return switch (holds.place(userId, schedule, type, hold)) {
            case Outcome.Taken(Entry entry) -> asItStands(hold, entry);
            case Repeated(Entry entry, long _) -> asItStands(hold, entry);
            case Refused(RefusalReason reason, long _) -> throw refused(reason, wanted, asked.start(), true);
        };
    }

    private void requireStart(Schedule schedule, SessionType type, Instant start, int minutes) {
        StartRules.Wrong wrong = StartRules.of(schedule, type, clock.instant()).wrong(start, minutes);
        if (wrong != null) {
            throw Problem.invalid(wrong.field(), wrong.message()).asException();
        }
    }

    private Hold hold(String userId, SessionType type, Instant start, int minutes, Terms terms) {
        Candidate wanted = Candidate.of(type, start, minutes, userId);
        Instant now = clock.instant();
        return new Hold(
                terms.id(),
                type.coachId(),
                type.id(),
                wanted.visible().from(),
                wanted.visible().to(),
                wanted.occupied().from(),
                wanted.occupied().to(),
                now,
                now.plus(terms.life()));
    }

    /** The same key of the same person is the same hold. */
    private static String idOf(String userId, String key) {
        return UUID.nameUUIDFromBytes(("hold " + userId + " " + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Hold asItStands(Hold asked, Entry entry) {
        return new Hold(
                asked.id(),
                asked.coachId(),
                asked.sessionTypeId(),
                entry.from(),
                entry.to(),
                entry.occFrom(),
                entry.occTo(),
                asked.placedAt(),
                entry.expiresAt());
    }

    private RuntimeException refused(
            RefusalReason reason, FreeTimes.Wanted wanted, Instant start, boolean showNearest) {
        String name = reason.name().toLowerCase(Locale.ROOT);
        meters.counter("slots.refused", "reason", name).increment();
        List<TimeRange> others = showNearest ? nearest.to(start, wanted) : List.of();
        Problem problem = reason == RefusalReason.RELEASED
                ? Problem.of(409, "hold-expired", "This hold was given back or has run out; hold the time anew.")
                : Problem.of(409, "slot-unavailable", "This time cannot be had; " + advice(others))
                        .with("reason", name);
        return problem.with("nearest", others).asException();
    }

    private static String advice(List<TimeRange> others) {
        return others.isEmpty() ? "search for another one." : "one of the nearest may do.";
    }
}
