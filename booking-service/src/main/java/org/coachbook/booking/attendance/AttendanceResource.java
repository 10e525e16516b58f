package org.coachbook.booking.attendance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
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

/** The coach says who came. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Attendance")
class AttendanceResource {
    /** The only statuses that a person may set; all others follow from what happens. */
    enum Attendance {
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("no_show")
        NO_SHOW
    }

    /** What the coach says of a session. */
    @Schema(name = "AttendanceReport")
    record Report(@NotNull Attendance status) {}

    private final BookingActions actions;

    AttendanceResource(BookingActions actions) {
        this.actions = actions;
    }

    @PUT
    @Path("/{id}/status")
    @Operation(summary = "The coach says that the session took place or that the client did not come, within 7 days")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response put(@PathParam("id") String id, @NotNull @Valid Report report) {
        return actions.perform(id, userId -> switch (report.status()) {
            case COMPLETED -> new Action.Complete(userId);
            case NO_SHOW -> new Action.NoShow(userId);
        });
    }
}
