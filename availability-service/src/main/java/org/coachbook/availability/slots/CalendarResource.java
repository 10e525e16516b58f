package org.coachbook.availability.slots;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.externalcalendars.BusyElsewhere;
import org.coachbook.availability.externalcalendars.ExternalCalendars;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A coach's calendar: when he is open and when he is busy. */
@Path("/api/coaches/{coachId}/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Slots")
@RunOnVirtualThread
public class CalendarResource {
    private static final int LONGEST_SESSION_MINUTES = 32 * 60;

    private final Schedules schedules;
    private final SessionTypes types;
    private final CalendarWeeks weeks;
    private final ExternalCalendars elsewhere;
    private final Viewers viewers;
    private final CurrentCaller caller;
    private final Clock clock;

    CalendarResource(
            Schedules schedules,
            SessionTypes types,
            CalendarWeeks weeks,
            ExternalCalendars elsewhere,
            Viewers viewers,
            CurrentCaller caller,
            Clock clock) {
        this.schedules = schedules;
        this.types = types;
        this.weeks = weeks;
        this.elsewhere = elsewhere;
        this.viewers = viewers;
        this.caller = caller;
        this.clock = clock;
    }

    /** A range of time. */
    public record Open(Instant start, Instant end) {}

    /**
     * A taken time: opaque and with its buffers for others; without buffers and with what it is for the coach, where
     * {@code external} is what his external calendars say.
     *
     * @param outsideHours whether it lies in times that are not open any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Busy(
            Instant start,
            Instant end,
            @Nullable String id,
            @Nullable String kind,
            @Nullable String sessionTypeId,
            @Nullable String clientId,
            @Nullable Boolean outsideHours) {}

    /**
     * The calendar in some dates; {@code timeZone} is the one they are in.
     *
     * @param externalChecked for the coach whether what his external calendars say can be relied on; left out for
     *     others, who are not shown what cannot
     */
    public record Calendar(
            String timeZone,
            List<Open> open,
            List<Busy> busy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean externalChecked) {}

    @GET
    @Public
    @Operation(summary = "Open and busy times; dates are inclusive, at most 62, in \"zone\"")
    public Calendar read(
            String coachId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Checks checks = new Checks();
        DateRange dates = DateRange.parse(from, to, checks);
        checks.that(zone == null || Checks.isZone(zone), "zone", "must be an IANA time zone, as in Europe/Zurich");
        Refusals.require(checks.errors());
        Viewer viewer = viewers.of(coachId, caller);
        Schedule schedule = schedules.of(coachId).orElseThrow(() -> Problem.notFound("calendar")
                .asException());
        viewer.require(schedule.calendarVisibility(), "calendar");
        String timeZone = zone == null ? schedule.timeZone() : zone;
        return calendar(schedule, dates.in(ZoneId.of(timeZone)), timeZone, viewer);
    }

    private Calendar calendar(Schedule schedule, Range range, String timeZone, Viewer viewer) {
        List<Range> open =
                OpenTimes.ofAny(schedule, seenBy(viewer, schedule), range).open();
        Range around = range.widened(LONGEST_SESSION_MINUTES, LONGEST_SESSION_MINUTES);
        List<Entry> taken = weeks.occupancy(schedule, around, clock.instant()).entries().stream()
                .filter(entry -> entry.occupied().overlaps(range))
                .toList();
        BusyElsewhere external = elsewhere.busy(schedule, range);
        return new Calendar(
                timeZone,
                Ranges.within(open, range).stream()
                        .map(r -> new Open(r.from(), r.to()))
                        .toList(),
                viewer.isCoach()
                        ? ofCoach(taken, open, external.times())
                        : opaque(taken, external.requireChecked().times()),
                viewer.isCoach() ? external.checked() : null);
    }

    /** An opening for what somebody may not see is not shown to him either. */
    private Predicate<String> seenBy(Viewer viewer, Schedule schedule) {
        if (viewer.isCoach() || !schedule.namesTypes()) {
            return _ -> true;
        }
        Set<String> seen = types.bookable(schedule.coachId()).stream()
                .filter(type -> viewer.maySee(type.settings().calendarVisibility()))
                .map(SessionType::id)
                .collect(Collectors.toSet());
        return seen::contains;
    }

    private static List<Busy> ofCoach(List<Entry> taken, List<Range> open, List<Range> external) {
        return Stream.concat(
                        taken.stream().map(entry -> ofCoach(entry, open)),
                        external.stream().map(r -> new Busy(r.from(), r.to(), null, "external", null, null, null)))
                .sorted(Comparator.comparing(Busy::start))
                .toList();
    }

    private static Busy ofCoach(Entry entry, List<Range> open) {
        return new Busy(
                entry.from(),
                entry.to(),
                entry.id(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.sessionTypeId(),
                entry.owner(),
                Ranges.cover(open, entry.visible()) ? null : true);
    }

    private static List<Busy> opaque(List<Entry> taken, List<Range> external) {
        return Ranges.union(Stream.concat(taken.stream().map(Entry::occupied), external.stream())
                        .toList())
                .stream()
                .map(r -> new Busy(r.from(), r.to(), null, null, null, null, null))
                .toList();
    }
}
