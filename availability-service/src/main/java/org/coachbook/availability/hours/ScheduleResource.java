package org.coachbook.availability.hours;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A coach's schedule. */
@Path("/api/coaches/{coachId}/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
@RunOnVirtualThread
public class ScheduleResource {
    private final Schedules schedules;
    private final ScheduleEdits edits;
    private final Viewers viewers;
    private final CurrentCaller caller;
    private final Clock clock;

    ScheduleResource(Schedules schedules, ScheduleEdits edits, Viewers viewers, CurrentCaller caller, Clock clock) {
        this.schedules = schedules;
        this.edits = edits;
        this.viewers = viewers;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The coach's schedule, for the coach himself")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScheduleBody.class)))
    public Response read(String coachId) {
        requireOwner(coachId);
        return answer(stored(coachId).orElseThrow(ScheduleResource::notFound));
    }

    @PUT
    @Operation(summary = "Replaces the schedule; bookings that exist are not touched")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScheduleBody.class)))
    public Response replace(
            String coachId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull ScheduleBody body) {
        requireOwner(coachId);
        if (!caller.get().hasRole("coach")) {
            throw Problem.notAllowed("Only a coach has a schedule.").asException();
        }
        Refusals.require(ScheduleChecks.of(body, clock.instant()));
        Optional<Schedule> same =
                stored(coachId).filter(known -> body.over(known).equals(known));
        if (same.isPresent()) {
            EntityTags.require(ifMatch, same.get().version());
            return answer(same.get());
        }
        return answer(edits.edit(coachId, Objects.requireNonNull(body.timeZone()), before -> {
            EntityTags.require(ifMatch, before.version());
            return body.over(before);
        }));
    }

    private Optional<Schedule> stored(String coachId) {
        return schedules.of(coachId).filter(s -> s.version() > 0);
    }

    /** 403 for those who may know of the coach's calendar, 404 for everybody else. */
    private void requireOwner(String coachId) {
        Viewer viewer = viewers.of(coachId, caller);
        if (!viewer.isCoach()) {
            boolean known = schedules
                    .of(coachId)
                    .filter(s -> viewer.maySee(s.calendarVisibility()))
                    .isPresent();
            if (!known) {
                throw notFound();
            }
            throw Problem.notAllowed("Only the coach himself may do this.").asException();
        }
    }

    private static RuntimeException notFound() {
        return Problem.notFound("schedule").asException();
    }

    private static Response answer(Schedule schedule) {
        return Response.ok(ScheduleBody.of(schedule))
                .header("ETag", EntityTags.of(schedule.version()))
                .build();
    }
}
