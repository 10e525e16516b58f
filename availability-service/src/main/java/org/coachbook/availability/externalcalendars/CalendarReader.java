package org.coachbook.availability.externalcalendars;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.availability.externalcalendars.Fetched.Validators;
import org.coachbook.availability.guard.KnownBookings;
import org.coachbook.availability.schedules.Schedule;

/** Reads a calendar: fetches its file and works out its busy times, a few at once. */
@ApplicationScoped
class CalendarReader {
    static final WeekGrid WEEKS = new WeekGrid(ZoneOffset.UTC);

    /** A file of 5 MB takes some memory while it is read. */
    private static final int AT_ONCE = 4;

    private static final int NEW_ONES_AT_ONCE = 3;

    /** What a calendar holds. */
    record Contents(Instant coveredUntil, String zone, Validators validators, Map<String, List<Range>> weeks) {}

    private final CalendarClient client;
    private final KnownBookings bookings;
    private final MeterRegistry meters;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    /** Places of their own: whatever is typed in keeps nobody's calendar from being read again. */
    private final Semaphore placesForNewOnes = new Semaphore(NEW_ONES_AT_ONCE, true);

    private final Set<String> addedTo = ConcurrentHashMap.newKeySet();

    CalendarReader(CalendarClient client, KnownBookings bookings, MeterRegistry meters) {
        this.client = client;
        this.bookings = bookings;
        this.meters = meters;
    }

    /**
     * The contents of a calendar that its coach adds; he adds one after the other.
     *
     * @return nothing while another one of his is read here
     */
    Optional<Contents> readNew(CalendarAddress address, Schedule schedule, Instant now)
            throws UnreadableCalendarException {
        if (!addedTo.add(schedule.coachId())) {
            return Optional.empty();
        }
        try {
            return read(placesForNewOnes, address, Validators.NONE, schedule, now);
        } finally {
            addedTo.remove(schedule.coachId());
        }
    }

    /**
     * The contents, or nothing when the file is as it was.
     *
     * @param known of the file as it was; with none it is read in any case
     */
    Optional<Contents> read(CalendarAddress address, Validators known, Schedule schedule, Instant now)
            throws UnreadableCalendarException {
        return read(places, address, known, schedule, now);
    }

    private Optional<Contents> read(
            Semaphore places, CalendarAddress address, Validators known, Schedule schedule, Instant now)
            throws UnreadableCalendarException {
        places.acquireUninterruptibly();
        try {
            Optional<Contents> contents =
                    switch (client.fetch(address, known)) {
                        case Fetched.Unchanged _ -> Optional.empty();
                        case Fetched.File file -> Optional.of(contents(file, schedule, now));
                    };
            meters.counter("calendars.read", "outcome", contents.isPresent() ? "changed" : "unchanged")
                    .increment();
            return contents;
        } catch (UnreadableCalendarException e) {
            meters.counter("calendars.read", "outcome", "failed").increment();
            throw e;
        } finally {
            places.release();
        }
    }

    private Contents contents(Fetched.File file, Schedule schedule, Instant now) throws UnreadableCalendarException {
        Range horizon = Horizon.of(schedule, now);
        Set<String> ownBookings = bookings.of(schedule.coachId(), horizon.from());
        List<Range> busy = BusyTimes.of(file.text(), schedule.zone(), horizon, ownBookings::contains);
        return new Contents(horizon.to(), schedule.timeZone(), file.validators(), byWeek(busy));
    }

    private static Map<String, List<Range>> byWeek(List<Range> busy) {
        Map<String, List<Range>> weeks = new HashMap<>();
        for (Range range : busy) {
            for (WeekGrid.Week week : WEEKS.touchedBy(range)) {
                weeks.computeIfAbsent(week.name(), _ -> new ArrayList<>())
                        .addAll(Ranges.within(List.of(range), week.range()));
            }
        }
        return weeks;
    }
}
