package org.coachbook.booking.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.coachbook.booking.actions.ActionProblems;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.running.Outcome;
import org.coachbook.booking.running.SagaOperations;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sagas under way or stuck, for operators. Every act is logged with who did it. */
@Path("/operations/sagas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresRole("admin")
@Tag(name = "Operations")
class SagasResource {
    private static final Logger LOG = Logger.getLogger(SagasResource.class);

    private final SagaListRepository sagas;
    private final SagaOperations operations;
    private final CurrentCaller caller;
    private final Clock clock;

    SagasResource(SagaListRepository sagas, SagaOperations operations, CurrentCaller caller, Clock clock) {
        this.sagas = sagas;
        this.operations = operations;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Sagas that are stuck, wait for an answer or owe one, by id",
            description = "stuck=true lists only those that cannot go on by themselves.")
    public Page<SagaView> list(@QueryParam("stuck") boolean stuck, @QueryParam("cursor") @Nullable String cursor) {
        Instant now = clock.instant();
        List<Booking> found = sagas.find(stuck, now, cursor);
        String next =
                found.size() < SagaListRepository.PAGE ? null : found.getLast().id();
        return new Page<>(found.stream().map(b -> SagaView.of(b, now)).toList(), next);
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Lets a stuck saga go on and has what is outstanding sent once more")
    public SagaView resume(@PathParam("id") String id) {
        LOG.infof("Operator %s resumes saga %s", caller.subject(), id);
        return shown(operations.resume(id));
    }

    @POST
    @Path("/{id}/compensate")
    @Operation(summary = "Ends a booking and gives back its time and its money")
    public SagaView compensate(@PathParam("id") String id) {
        LOG.infof("Operator %s compensates saga %s", caller.subject(), id);
        return shown(operations.compensate(id));
    }

    private SagaView shown(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown _ ->
                throw ActionProblems.of(new Refusal.Stranger()).asException();
            case Outcome.Refused refused ->
                throw ActionProblems.of(refused.refusal()).asException();
            case Outcome.Done done -> SagaView.of(done.booking(), clock.instant());
        };
    }
}
