package org.coachbook.availability.slots;

import com.mongodb.MongoException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.externalcalendars.BusyElsewhere;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Free times of a coach. */
@Path("/api/coaches/{coachId}/slots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Slots")
@RunOnVirtualThread
public class SlotsResource {
    private static final Logger LOG = Logger.getLogger(SlotsResource.class);

    private final Searches searches;
    private final FreeTimes freeTimes;
    private final Clock clock;

    SlotsResource(Searches searches, FreeTimes freeTimes, Clock clock) {
        this.searches = searches;
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

    /**
     * How much is free on a date.
     *
     * @param free how many free times start on it
     */
    public record DayCount(LocalDate date, int free) {}

    /** The same as {@link Slots}, counted. */
    public record DayCounts(
            String timeZone, List<DayCount> days, @Nullable Slot nextAvailable, Instant checkedAt) {}

    @GET
    @Public
    @Operation(
            summary = "Free times of session types; dates are inclusive, at most 62, in \"zone\"",
            description = "sessionType (at most 10) and duration (at most 5) may be repeated; every session type is"
                    + " searched in those of the lengths that it has, without a duration in its default. Where several"
                    + " session types or lengths are asked for, each slot names its sessionTypeId and durationMinutes."
                    + " One session type in one length can always be asked for 62 days; what could have more starts than"
                    + " that on the finest grid, 17,856 by the coach's slotStepMinutes, is refused with 400: ask for"
                    + " fewer days, session types or lengths.")
    public Slots search(
            String coachId,
            @QueryParam("sessionType") List<String> sessionType,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("duration") List<String> duration,
            @QueryParam("zone") @Nullable String zone) {
        return found(coachId, SlotQuery.parse(sessionType, from, to, duration, zone));
    }

    @GET
    @Path("/days")
    @Public
    @Operation(
            summary = "How many free times each date has, for a grid of dates",
            description = "Takes the same parameters as the slots themselves and counts the same free times.")
    public DayCounts days(
            String coachId,
            @QueryParam("sessionType") List<String> sessionType,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("duration") List<String> duration,
            @QueryParam("zone") @Nullable String zone) {
        Slots slots = found(coachId, SlotQuery.parse(sessionType, from, to, duration, zone));
        return new DayCounts(
                slots.timeZone(),
                slots.days().stream()
                        .map(day -> new DayCount(day.date(), day.slots().size()))
                        .toList(),
                slots.nextAvailable(),
                slots.checkedAt());
    }

    private Slots found(String coachId, SlotQuery query) {
        try {
            return found(searches.of(coachId, query), query);
        } catch (MongoException e) {
            LOG.error("A calendar could not be read", e);
            throw BusyElsewhere.notChecked().asException();
        }
    }

    private Slots found(Searches.Search search, SlotQuery query) {
        ZoneId zone = query.zoneOr(search.schedule().zone());
        Instant checkedAt = clock.instant();
        Range range = query.dates().in(zone);
        List<Slot> found = freeTimes.promised(search.wanted(), range).stream()
                .map(query::answered)
                .toList();
        Map<LocalDate, List<Slot>> byDate = found.stream()
                .collect(Collectors.groupingBy(s -> s.start().atZone(zone).toLocalDate()));
        List<Day> days = query.dates().dates().stream()
                .map(date -> new Day(date, byDate.getOrDefault(date, List.of())))
                .toList();
        Slot next = found.isEmpty()
                ? freeTimes
                        .next(search.wanted(), range.to())
                        .map(query::answered)
                        .orElse(null)
                : null;
        return new Slots(zone.getId(), days, next, checkedAt);
    }
}
