package org.coachbook.availability.externalcalendars;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The external calendars of a coach; nobody else learns that there are any. */
@Path("/api/coaches/{coachId}/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "External calendars")
@RunOnVirtualThread
@RequiresRole("coach")
public class ExternalCalendarResource {
    private final ExternalCalendarRepository calendars;
    private final CalendarSubscription subscription;
    private final CurrentCaller caller;
    private final Clock clock;

    ExternalCalendarResource(
            ExternalCalendarRepository calendars,
            CalendarSubscription subscription,
            CurrentCaller caller,
            Clock clock) {
        this.calendars = calendars;
        this.subscription = subscription;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A calendar to add.
     *
     * @param name left out: the address's host
     * @param url of an iCalendar file: {@code https}, or {@code webcal}, which means the same
     */
    public record Request(@Nullable String name, @Nullable String url) {}

    /**
     * A calendar as its owner sees it.
     *
     * @param checked whether its busy times can be relied on; while they cannot, no free times are shown
     * @param checkedAt when they were last read
     * @param nextCheckAt when they will be read again
     * @param trouble why they could not be read lately, left out when they could
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            String name,
            String url,
            boolean checked,
            Instant checkedAt,
            Instant nextCheckAt,
            @Nullable Trouble trouble) {
        static View of(ExternalCalendar calendar, Schedule schedule, Instant now) {
            return new View(
                    calendar.id(),
                    calendar.name(),
                    calendar.address().url(),
                    calendar.checked(schedule, now),
                    calendar.checkedAt(),
                    calendar.nextAt(),
                    calendar.trouble());
        }
    }

    @GET
    @Operation(summary = "The coach's own external calendars")
    public Page<View> list(String coachId) {
        requireOwner(coachId);
        Schedule schedule = subscription.scheduleOf(coachId);
        Instant now = clock.instant();
        return new Page<>(
                calendars.of(coachId).stream()
                        .map(c -> View.of(c, schedule, now))
                        .toList(),
                null);
    }

    @POST
    @Operation(summary = "Reads a calendar by its address and adds it; from then on it is read again and again")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "409", description = "too-many-calendars, request-in-progress")
    @APIResponse(responseCode = "422", description = "calendar-unreadable, with the reason")
    public Response add(String coachId, @NotNull Request request) {
        requireOwner(coachId);
        Refusals.require(new Checks()
                .present(request.url(), "url")
                .length(request.name(), 100, "name")
                .errors());
        CalendarAddress address = CalendarAddress.of(Objects.requireNonNull(request.url()));
        ExternalCalendar added = subscription.add(coachId, request.name(), address);
        return Response.created(URI.create("/api/coaches/" + coachId + "/calendars/" + added.id()))
                .entity(View.of(added, subscription.scheduleOf(coachId), clock.instant()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes an external calendar; its busy times are gone at once")
    public void remove(String coachId, String id) {
        requireOwner(coachId);
        if (!subscription.remove(coachId, id)) {
            throw notFound();
        }
    }

    private void requireOwner(String coachId) {
        if (!caller.get().is(coachId)) {
            throw notFound();
        }
    }

    private static RuntimeException notFound() {
        return Problem.notFound("calendar").asException();
    }
}
