package org.coachbook.booking.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.booking.running.SagaRunner;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bookings for the other services. */
@Path("/internal/bookings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Internal")
class InternalBookingResource {
    private final SagaRunner bookings;

    InternalBookingResource(SagaRunner bookings) {
        this.bookings = bookings;
    }

    @GET
    @Path("/{id}")
    @RequiresScope("bookings:read")
    @Operation(summary = "A booking with its parties and texts, for services that tell people about it")
    public InternalBooking one(@PathParam("id") String id) {
        return bookings.find(id).map(InternalBooking::of).orElseThrow(() -> Problem.notFound("booking")
                .asException());
    }
}
