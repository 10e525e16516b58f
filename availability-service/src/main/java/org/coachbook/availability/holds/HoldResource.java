package org.coachbook.availability.holds;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Holding a time while somebody decides or fills in a form. */
@Path("/api/slots/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
@RunOnVirtualThread
public class HoldResource {
    private final HoldPlacement placement;
    private final Holds holds;
    private final CurrentCaller caller;

    HoldResource(HoldPlacement placement, Holds holds, CurrentCaller caller) {
        this.placement = placement;
        this.holds = holds;
        this.caller = caller;
    }

    /**
     * What to hold.
     *
     * @param durationMinutes left out: the session type's default
     */
    public record Request(
            @Nullable String coachId,
            @Nullable String sessionTypeId,
            @Nullable Instant start,
            @Nullable Integer durationMinutes) {
        private List<FieldError> errors() {
            return new Checks()
                    .present(coachId, "coachId")
                    .present(sessionTypeId, "sessionTypeId")
                    .present(start, "start")
                    .errors();
        }
    }

    /** A hold as it is answered. */
    public record View(String id, String coachId, String sessionTypeId, Instant start, Instant end, Instant expiresAt) {
        static View of(Hold hold) {
            return new View(hold.id(), hold.coachId(), hold.sessionTypeId(), hold.from(), hold.to(), hold.expiresAt());
        }
    }

    @POST
    @Operation(summary = "Holds a time; a hold of the same person that is in its way gives way")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "409", description = "slot-unavailable, with the nearest free times")
    @APIResponse(responseCode = "429", description = "too-many-holds")
    public Response place(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull Request request) {
        Refusals.require(request.errors());
        var asked = new HoldPlacement.Asked(
                Objects.requireNonNull(request.coachId()),
                Objects.requireNonNull(request.sessionTypeId()),
                Objects.requireNonNull(request.start()),
                request.durationMinutes());
        View view = View.of(placement.place(caller.subject(), asked, key));
        return Response.created(URI.create("/api/slots/holds/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the caller's own live holds")
    public View one(String id) {
        return View.of(own(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Gives a held time back")
    public void remove(String id) {
        holds.remove(caller.subject(), own(id));
    }

    private Hold own(String id) {
        return holds.find(caller.subject(), id)
                .orElseThrow(() -> Problem.notFound("hold").asException());
    }
}
