package org.coachbook.availability.connections;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For whoever has the link of a mailed invitation; the token travels in bodies alone, so that no log has it. */
@Path("/api/connections/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
@RunOnVirtualThread
public class InvitationResource {
    private final Invitations invitations;
    private final CurrentCaller caller;

    InvitationResource(Invitations invitations, CurrentCaller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    /** What the link of the mail carries. */
    public record Link(@NotBlank @Size(max = 100) String token) {}

    /** Who invites. */
    public record Inviter(String coachId) {}

    @POST
    @Path("/preview")
    @Public
    @Operation(
            summary = "Who invites with this link, before it is answered; also without an account",
            description = "404 when the link is older than 30 days, or was taken back.")
    public Inviter preview(@NotNull @Valid Link link) {
        return new Inviter(invitations.inviter(link.token()));
    }

    @POST
    @Path("/accept")
    @Operation(
            summary = "Connects the caller with the coach who invited him by e-mail",
            description = "The caller's own address does not matter: who has the link was invited. It works for one"
                    + " person, within 30 days, unless the coach took it back.")
    public ConnectionView accept(@NotNull @Valid Link link) {
        return ConnectionView.of(invitations.accept(link.token(), caller.subject()));
    }

    @POST
    @Path("/decline")
    @Public
    @Operation(summary = "Declines an invitation by e-mail, also without an account; the coach is not told")
    public void decline(@NotNull @Valid Link link) {
        invitations.decline(link.token());
    }
}
