package org.coachbook.availability.connections;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mailed invitations for the service that writes the mails. */
@Path("/internal/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
@RequiresScope("invitations:read")
@RunOnVirtualThread
public class InternalInvitationResource {
    private final InvitationRepository repository;
    private final Clock clock;

    InternalInvitationResource(InvitationRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** What a mail is made of. */
    public record Addressed(String coachId, String email, String token) {}

    @GET
    @Path("/{id}")
    @Operation(summary = "Where an invitation goes, while it is open")
    public Addressed one(String id) {
        return repository
                .find(id)
                .filter(found -> found.status() == Invitation.Status.OPEN && !found.expired(clock.instant()))
                .map(found -> new Addressed(found.coachId(), found.email(), found.token()))
                .orElseThrow(() -> Problem.notFound("invitation").asException());
    }
}
