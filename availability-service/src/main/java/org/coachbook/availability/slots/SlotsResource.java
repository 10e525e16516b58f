package org.coachbook.availability.slots;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Free times of a coach. */
@Path("/api/coaches/{coachId}/slots")
@Tag(name = "Slots")
@RunOnVirtualThread
public class SlotsResource {
    private static final Logger LOG = Logger.getLogger(SlotsResource.class);

    private final SessionTypes types;
    private final Schedules schedules;
    private final Viewers viewers;
    private final CurrentCaller caller;
    private final FreeTimes freeTimes;
    private final Clock clock;

    SlotsResource(
            SessionTypes types,
            Schedules schedules,
            Viewers viewers,
            CurrentCaller caller,
            FreeTimes freeTimes,
            Clock clock) {
        this.types = types;
        this.schedules = schedules;
        this.viewers = viewers;
        this.caller = caller;
        this.freeTimes = freeTimes;
        this.clock = clock;
    }

    /** A date in the viewer's zone; a slot belongs to the date on which it starts. */
    public record Day(LocalDate date, List<Slot> slots) {}

    /**
     * Free times by date.
     *
     * @param timeZone the viewer's
     * @param nextAvailable the first free time after the range, where the range has none
     */
    public record Slots(
            String timeZone, List<Day> days, @Nullable Slot nextAvailable, Instant checkedAt) {}

    @GET
    @Public
    @Operation(summary = "Free times of a session type; dates are inclusive, at most 62, in \"zone\"")
    public Slots search(
            String coachId,
            @QueryParam("sessionType") @Nullable String sessionType,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("duration") @Nullable String duration,
            @QueryParam("zone") @Nullable String zone) {
        Checks checks = new Checks().present(sessionType, "sessionType");
        DateRange dates = DateRange.parse(from, to, checks);
        checks.that(zone == null || Checks.isZone(zone), "zone", "must be an IANA time zone, as in Europe/Zurich")
                .that(duration == null || duration.matches("[0-9]{1,4}"), "duration", "must be a number of minutes");
        Refusals.require(checks.errors());
        try {
            var wanted = wanted(coachId, sessionType == null ? "" : sessionType, duration, zone);
            return answer(wanted, dates, zone == null ? wanted.schedule().timeZone() : zone);
        } catch (MongoException e) {
            LOG.error("A calendar could not be read", e);
            throw Problem.of(503, "calendar-not-checked", "The calendar could not be checked; try again in a moment.")
                    .asException();
        }
    }

    private FreeTimes.Wanted wanted(
            String coachId, String sessionType, @Nullable String duration, @Nullable String zone) {
        Viewer viewer = viewers.of(coachId, caller);
        SessionType type = types.bookable(coachId, sessionType)
                .orElseThrow(() -> Problem.notFound("session type").asException());
        viewer.require(type.settings().calendarVisibility(), "session type");
        Schedule schedule =
                schedules.of(coachId).orElseGet(() -> Schedule.closed(coachId, zone == null ? "UTC" : zone));
        viewer.require(schedule.calendarVisibility(), "calendar");
        var lengths = type.settings().duration();
        int minutes = duration == null ? lengths.standard() : Integer.parseInt(duration);
        Refusals.require(new Checks()
                .that(lengths.allow(minutes), "duration", "is not a length that this session type has")
                .errors());
        return new FreeTimes.Wanted(schedule, type, minutes, viewer.userId());
    }

    private Slots answer(FreeTimes.Wanted wanted, DateRange dates, String timeZone) {
        ZoneId zone = ZoneId.of(timeZone);
        Instant checkedAt = clock.instant();
        Range range = dates.in(zone);
        List<Slot> found = freeTimes.in(wanted, range);
        Map<LocalDate, List<Slot>> byDate = found.stream()
                .collect(Collectors.groupingBy(s -> s.start().atZone(zone).toLocalDate()));
        List<Day> days = dates.dates().stream()
                .map(date -> new Day(date, byDate.getOrDefault(date, List.of())))
                .toList();
        Slot next = found.isEmpty() ? freeTimes.next(wanted, range.to()).orElse(null) : null;
        return new Slots(timeZone, days, next, checkedAt);
    }
}
