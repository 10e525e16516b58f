package org.coachbook.booking.cancellation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.coachbook.booking.actions.BookingActions;
import org.coachbook.booking.process.Action;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.reading.BookingAccess;
import org.coachbook.booking.reading.BookingView;
import org.coachbook.booking.running.SagaRunner;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cancelling by either party, with the refund shown before. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cancellation")
class CancellationResource {
    /**
     * A cancellation.
     *
     * @param expectedRefund the refund that was shown, in minor units
     * @param expectedDiscountReturned the {@code discountReturned} that was shown; left out: whatever it is
     */
    @Schema(name = "Cancellation")
    record Cancellation(
            @NotNull @Min(0) Long expectedRefund,
            @Nullable Boolean expectedDiscountReturned,
            @Nullable @Size(max = 2000) String reason) {}

    private final BookingActions actions;
    private final SagaRunner bookings;
    private final CurrentCaller caller;
    private final Clock clock;

    CancellationResource(BookingActions actions, SagaRunner bookings, CurrentCaller caller, Clock clock) {
        this.actions = actions;
        this.bookings = bookings;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/cancellation")
    @Operation(summary = "What cancelling now would give back to the client")
    public CancellationPreview preview(@PathParam("id") String id) {
        Booking booking = bookings.find(id).orElseThrow(CancellationResource::unknown);
        Party party = BookingAccess.of(booking, caller.subject()).orElseThrow(CancellationResource::unknown);
        return CancellationPolicy.preview(booking, party, clock.instant());
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            summary = "Cancels with the refund that was shown",
            description = "409 refund-changed with the new preview when it is another one now; a second cancel answers"
                    + " as the first; 202 while a step is under way, after which it is done.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response cancel(@PathParam("id") String id, @NotNull @Valid Cancellation wanted) {
        return actions.perform(
                id,
                userId -> new Action.Cancel(
                        userId, wanted.expectedRefund(), wanted.expectedDiscountReturned(), wanted.reason()));
    }

    private static RuntimeException unknown() {
        return Problem.notFound("booking").asException();
    }
}
