package org.coachbook.availability.externalcalendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.externalcalendars.CalendarReader.Contents;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Adds and removes calendars. One is read before it is stored: what is wrong with an address is told to who typed it, and there never
 * is a calendar whose busy times nobody has seen.
 */
@ApplicationScoped
class CalendarSubscription {
    private static final int TRIES = 5;

    private final ExternalCalendarRepository calendars;
    private final CalendarReader reader;
    private final CalendarClient client;
    private final Schedules schedules;
    private final Clock clock;
    private final Duration interval;

    CalendarSubscription(
            ExternalCalendarRepository calendars,
            CalendarReader reader,
            CalendarClient client,
            Schedules schedules,
            Clock clock,
            @ConfigProperty(name = "coachbook.external-calendars.interval") Duration interval) {
        this.calendars = calendars;
        this.reader = reader;
        this.client = client;
        this.schedules = schedules;
        this.clock = clock;
        this.interval = interval;
    }

    /** Adds it, or ends the request with why not. */
    ExternalCalendar add(String coachId, @Nullable String name, CalendarAddress address) {
        String problem = client.problem(address);
        Refusals.require(new Checks()
                .that(problem == null, "url", String.valueOf(problem))
                .errors());
        if (calendars.of(coachId).size() >= ExternalCalendar.MOST) {
            throw tooMany();
        }
        Contents contents = read(coachId, address);
        return IntStream.range(0, ExternalCalendar.MOST)
                .mapToObj(place -> calendar(coachId, place, name, address, contents))
                .filter(calendar -> calendars.add(calendar, announced(calendar, Map.of(), contents.weeks(), 1)))
                .findFirst()
                .orElseThrow(CalendarSubscription::tooMany);
    }

    /** Removes it, with its busy times; false when the coach has none of that id. */
    boolean remove(String coachId, String id) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<ExternalCalendar> known =
                    calendars.find(id).filter(calendar -> calendar.coachId().equals(coachId));
            if (known.isEmpty() || removed(known.get())) {
                return known.isPresent();
            }
        }
        throw Problem.tryAgain().asException();
    }

    private boolean removed(ExternalCalendar known) {
        Map<String, List<Range>> weeks = Objects.requireNonNullElse(known.weeks(), Map.of());
        List<OutboxMessage> facts = announced(known, weeks, Map.of(), known.claims() + 2);
        return calendars.remove(known, facts, clock.instant());
    }

    private List<OutboxMessage> announced(
            ExternalCalendar calendar, Map<String, List<Range>> before, Map<String, List<Range>> after, long sequence) {
        Schedule schedule = scheduleOf(calendar.coachId());
        List<String> weeks = ChangedWeeks.between(before, after, schedule, clock.instant(), calendar.coveredUntil());
        return ChangedWeeks.announced(calendar, weeks, sequence);
    }

    /** By which his calendars are read and judged; one that is closed all week where he has none yet. */
    Schedule scheduleOf(String coachId) {
        return schedules.of(coachId).orElseGet(() -> Schedule.closed(coachId, "UTC"));
    }

    private Contents read(String coachId, CalendarAddress address) {
        try {
            return reader.readNew(address, scheduleOf(coachId), clock.instant()).orElseThrow(() -> Problem.of(
                            409,
                            "request-in-progress",
                            "Another calendar of yours is being read; add this one in a moment.")
                    .asException());
        } catch (UnreadableCalendarException e) {
            throw Problem.of(
                            422,
                            "calendar-unreadable",
                            "This address " + e.trouble().words() + ".")
                    .with("reason", e.trouble())
                    .asException();
        }
    }

    private ExternalCalendar calendar(
            String coachId, int place, @Nullable String name, CalendarAddress address, Contents contents) {
        Instant now = clock.instant();
        String host =
                Objects.requireNonNull(Objects.requireNonNull(address.uri()).getHost());
        return new ExternalCalendar(
                UUID.randomUUID().toString(),
                coachId,
                place,
                name == null || name.isBlank() ? host : name,
                address,
                now.plus(interval),
                0,
                0,
                null,
                now,
                contents.coveredUntil(),
                contents.zone(),
                contents.validators(),
                contents.weeks());
    }

    private static RuntimeException tooMany() {
        return Problem.of(
                        409,
                        "too-many-calendars",
                        "You have " + ExternalCalendar.MOST + " external calendars; remove one of them first.")
                .asException();
    }
}
