package org.coachbook.availability.hours;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.chassis.http.EntityTags;
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

/** Dated openings and closures. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
@RunOnVirtualThread
@RequiresRole("coach")
public class DatedEntryResource {
    private static final String PATH = "/api/bookings/availability/";

    private final Schedules schedules;
    private final SessionTypes types;
    private final ScheduleEdits edits;
    private final TakenTimes taken;
    private final CurrentCaller caller;

    DatedEntryResource(
            Schedules schedules, SessionTypes types, ScheduleEdits edits, TakenTimes taken, CurrentCaller caller) {
        this.schedules = schedules;
        this.types = types;
        this.edits = edits;
        this.taken = taken;
        this.caller = caller;
    }

    @POST
    @Path("/bookings/availability")
    @Operation(summary = "Opens or closes a time, once or repeatedly; a closure is answered with what lies in it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DatedEntryView.class)))
    public Response create(@NotNull DatedEntryBody body) {
        require(body);
        String id = UUID.randomUUID().toString();
        Schedule after = edits.edit(
                caller.subject(), Objects.requireNonNull(body.timeZone()), before -> changed(before, body, id));
        return answer(Response.created(URI.create(PATH + id)), after, id);
    }

    /**
     * What a closure would touch.
     *
     * @param inside the bookings and holds that lie in it
     */
    public record Preview(List<TakenTime> inside) {}

    @POST
    @Path("/bookings/availability/preview")
    @Operation(
            summary = "What lies in a closure before it is made; nothing is changed",
            description = "Closing a time touches no booking. To close a vacation: preview it, close it, cancel or move"
                    + " the bookings that the answer to the closure names; nothing new can get into it by then.")
    public Preview preview(@NotNull DatedEntryBody body) {
        require(body);
        Schedule schedule = schedules
                .of(caller.subject())
                .orElseGet(() -> Schedule.closed(caller.subject(), Objects.requireNonNull(body.timeZone())));
        return new Preview(taken.inside(schedule, body.toEntry("", 0)));
    }

    @GET
    @Path("/bookings/availability/{id}")
    @Operation(summary = "One of the caller's own openings and closures")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DatedEntryView.class)))
    public Response one(String id) {
        DatedEntry entry = entry(own(), id);
        return tagged(Response.ok(), entry, DatedEntryView.of(entry));
    }

    @PUT
    @Path("/bookings/availability/{id}")
    @Operation(summary = "Replaces an opening or closure")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DatedEntryView.class)))
    public Response replace(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull DatedEntryBody body) {
        Schedule known = own();
        DatedEntry entry = entry(known, id);
        EntityTags.require(ifMatch, entry.version());
        require(body);
        if (entry.equals(body.toEntry(id, entry.version()))) {
            return answer(Response.ok(), known, id);
        }
        Schedule after = edits.edit(caller.subject(), known.timeZone(), before -> {
            EntityTags.require(ifMatch, entry(before, id).version());
            return changed(before, body, id);
        });
        return answer(Response.ok(), after, id);
    }

    @DELETE
    @Path("/bookings/availability/{id}")
    @Operation(summary = "Removes an opening or closure; bookings that exist are not touched")
    public void remove(String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        edits.edit(caller.subject(), own().timeZone(), before -> {
            EntityTags.require(ifMatch, entry(before, id).version());
            return before.withEntries(DatedEntries.without(before, id));
        });
    }

    @GET
    @Path("/coaches/{coachId}/availability")
    @Operation(summary = "The coach's own dated openings and closures")
    public Page<DatedEntryView> list(String coachId) {
        if (!caller.get().is(coachId)) {
            throw notFound();
        }
        return new Page<>(
                schedules.of(coachId).map(Schedule::entries).orElse(List.of()).stream()
                        .map(DatedEntryView::of)
                        .toList(),
                null);
    }

    private void require(DatedEntryBody body) {
        Refusals.require(DatedEntryChecks.of(body));
        List<String> named = Objects.requireNonNullElse(body.sessionTypeIds(), List.of());
        Refusals.require(new Checks()
                .that(
                        named.isEmpty() || types.areAllOf(caller.subject(), named),
                        "sessionTypeIds",
                        "must be your own session types")
                .errors());
    }

    private static Schedule changed(Schedule before, DatedEntryBody body, String id) {
        List<DatedEntry> entries = DatedEntries.with(before, body.toEntry(id, before.version() + 1));
        Refusals.require(DatedEntries.errors(entries));
        return before.withEntries(entries);
    }

    private Schedule own() {
        return schedules.of(caller.subject()).orElseThrow(DatedEntryResource::notFound);
    }

    private static DatedEntry entry(Schedule schedule, String id) {
        DatedEntry entry = schedule.entry(id);
        if (entry == null) {
            throw notFound();
        }
        return entry;
    }

    private static RuntimeException notFound() {
        return Problem.notFound("opening or closure").asException();
    }

    private Response answer(Response.ResponseBuilder response, Schedule schedule, String id) {
        DatedEntry entry = entry(schedule, id);
        return tagged(response, entry, DatedEntryView.of(entry).with(taken.inside(schedule, entry)));
    }

    private static Response tagged(Response.ResponseBuilder response, DatedEntry entry, DatedEntryView view) {
        return response.entity(view)
                .header("ETag", EntityTags.of(entry.version()))
                .build();
    }
}
