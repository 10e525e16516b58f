package org.coachbook.availability.externalcalendars;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.externalcalendars.Fetched.Validators;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.time.Poller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the calendars that are due, each under a lease, so that of several replicas one reads it. Whoever dies while
 * reading leaves it to the next one when the lease ends; a result that comes after that changes nothing.
 */
@Startup
@Singleton
class ExternalCalendarWorker {
    private static final Logger LOG = Logger.getLogger(ExternalCalendarWorker.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 4;

    private final ExternalCalendarRepository calendars;
    private final CalendarReader reader;
    private final Schedules schedules;
    private final Clock clock;
    private final Duration interval;
    private final List<Poller> pollers;

    ExternalCalendarWorker(
            ExternalCalendarRepository calendars,
            CalendarReader reader,
            Schedules schedules,
            Clock clock,
            @ConfigProperty(name = "coachbook.external-calendars.interval") Duration interval) {
        this.calendars = calendars;
        this.reader = reader;
        this.schedules = schedules;
        this.clock = clock;
        this.interval = interval;
        this.pollers = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> Poller.every(PAUSE, "external calendars " + n, this::round))
                .toList();
    }

    void stop(@Observes ShutdownEvent event) {
        pollers.forEach(Poller::close);
    }

    private void round() {
        Optional<ExternalCalendar> claimed = calendars.claim(clock.instant(), LEASE);
        while (claimed.isPresent()) {
            read(claimed.get());
            claimed = calendars.claim(clock.instant(), LEASE);
        }
    }

    private void read(ExternalCalendar claimed) {
        Instant now = clock.instant();
        Schedule schedule =
                schedules.of(claimed.coachId()).orElseGet(() -> Schedule.closed(claimed.coachId(), claimed.zone()));
        try {
            reader.read(claimed.address(), known(claimed, schedule, now), schedule, now)
                    .ifPresentOrElse(
                            contents -> calendars.changed(
                                    claimed,
                                    contents,
                                    announced(claimed, contents, schedule, now),
                                    now,
                                    now.plus(interval)),
                            () -> calendars.unchanged(claimed, now, now.plus(interval)));
        } catch (UnreadableCalendarException e) {
            LOG.infof("External calendar %s could not be read: %s", claimed.id(), e.trouble());
            calendars.failed(claimed, e.trouble(), now.plus(claimed.untilRetry()));
        }
    }

    /** Only who has claimed a calendar changes its times, so what is read here is what they are compared with. */
    private List<OutboxMessage> announced(
            ExternalCalendar claimed, CalendarReader.Contents contents, Schedule schedule, Instant now) {
        Map<String, List<Range>> before =
                calendars.find(claimed.id()).map(ExternalCalendar::weeks).orElse(Map.of());
        Instant both = claimed.coveredUntil().isBefore(contents.coveredUntil())
                ? claimed.coveredUntil()
                : contents.coveredUntil();
        List<String> weeks = ChangedWeeks.between(before, contents.weeks(), schedule, now, both);
        return ChangedWeeks.announced(claimed, weeks, claimed.claims() + 1);
    }

    /** None where the busy times have to be worked out anew although the file may be the same. */
    private static Validators known(ExternalCalendar claimed, Schedule schedule, Instant now) {
        boolean enough = !claimed.coveredUntil().isBefore(Horizon.needed(schedule, now.plus(ExternalCalendar.TRUSTED)));
        return enough && claimed.zone().equals(schedule.timeZone()) ? claimed.validators() : Validators.NONE;
    }
}
