package org.coachbook.booking.approval;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.coachbook.booking.actions.BookingActions;
import org.coachbook.booking.process.Action;
import org.coachbook.booking.reading.BookingView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The coach answers a request. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Requests")
class ApprovalResource {
    /** Words to the client, optional. */
    @Schema(name = "Answer")
    record Answer(@Nullable @Size(max = 2000) String message) {}

    private final BookingActions actions;

    ApprovalResource(BookingActions actions) {
        this.actions = actions;
    }

    @POST
    @Path("/{id}/accept")
    @Operation(summary = "The coach accepts a request; 202 while the slot and the money are being secured")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response accept(@PathParam("id") String id, @Nullable @Valid Answer answer) {
        return actions.perform(id, userId -> new Action.Accept(userId, message(answer)));
    }

    @POST
    @Path("/{id}/decline")
    @Operation(summary = "The coach declines a request; everything is given back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response decline(@PathParam("id") String id, @Nullable @Valid Answer answer) {
        return actions.perform(id, userId -> new Action.Decline(userId, message(answer)));
    }

    private static @Nullable String message(@Nullable Answer answer) {
        return answer == null ? null : answer.message();
    }
}
