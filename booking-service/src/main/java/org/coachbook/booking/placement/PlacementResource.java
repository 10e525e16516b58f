package org.coachbook.booking.placement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.process.Rejection;
import org.coachbook.booking.reading.BookingViews;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.coachbook.contracts.availability.RefusalReason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Placing bookings. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bookings")
class PlacementResource {
    private static final int LONGEST_KEY = 255;
    private static final String RESPOND_ASYNC = "respond-async";

    private final Placement placement;
    private final BookingViews views;
    private final OverlapRepository overlaps;
    private final ClientSecretClient secrets;
    private final CurrentCaller caller;

    PlacementResource(
            Placement placement,
            BookingViews views,
            OverlapRepository overlaps,
            ClientSecretClient secrets,
            CurrentCaller caller) {
        this.placement = placement;
        this.views = views;
        this.overlaps = overlaps;
        this.secrets = secrets;
        this.caller = caller;
    }

    @POST
    @RequiresRole("client")
    @Operation(
            summary = "Places a booking at the price of a signed quote",
            description = "One Idempotency-Key, one booking. 201 with what there is to pay; 202 when it takes longer"
                    + " than 5 s or Prefer: respond-async was sent; 409 slot-unavailable with the nearest free times,"
                    + " already-yours, coach-not-payable, code-used, package-not-usable, not-placed; 429 too-many-holds, too-many-requests-open; 422 quote-expired, quote-invalid, quote-mismatch,"
                    + " idempotency-key-reused; 503 calendar-not-checked.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlacedBooking.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = PlacedBooking.class)))
    public Response place(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer,
            @NotNull @Valid PlaceBooking order) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("Idempotency-Key", "must be sent, 1 to 255 characters, a new one for each order")
                    .asException();
        }
        boolean async = prefer != null && prefer.contains(RESPOND_ASYNC);
        return switch (placement.place(caller.subject(), key, order, async)) {
            case Placement.Result.Refused refused ->
                throw PlacementProblems.of(refused.refusal()).asException();
            case Placement.Result.Stands stands -> answer(stands.booking());
        };
    }

    private Response answer(Booking booking) {
        if (booking.status() == BookingStatus.REJECTED) {
            Rejection rejection = booking.progress().rejection();
            throw PlacementProblems.of(rejection, ownInTheWay(booking, rejection))
                    .asException();
        }
        if (booking.status() == BookingStatus.EXPIRED && booking.progress().eventsSent() == 0) {
            throw PlacementProblems.notPlaced().asException();
        }
        boolean placing = booking.status() == BookingStatus.PLACING;
        PlacedBooking placed = new PlacedBooking(views.of(booking, Party.CLIENT), secretOf(booking));
        return Response.status(placing ? 202 : 201)
                .location(URI.create("/api/bookings/" + booking.id()))
                .entity(placed)
                .build();
    }

    private @Nullable String secretOf(Booking booking) {
        return booking.status() == BookingStatus.AWAITING_PAYMENT
                ? secrets.secretOf(booking.id(), caller.token()).orElse(null)
                : null;
    }

    private Optional<String> ownInTheWay(Booking booking, @Nullable Rejection rejection) {
        return rejection != null && rejection.calendarReason() == RefusalReason.ALREADY_YOURS
                ? overlaps.ownInTheWayOf(booking)
                : Optional.empty();
    }
}
