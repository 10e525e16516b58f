package org.coachbook.gateway.tokens;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys of access tokens. */
@Path("/.well-known/jwks.json")
@Tag(name = "Keys")
@RunOnVirtualThread
public class PublishedKeysResource {
    private final SigningKeys keys;

    PublishedKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** JSON Web Key Set (RFC 7517); a new key appears ten minutes before it signs. */
    @GET
    @Public
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Public keys of access tokens (JWKS)")
    public Response keys() {
        return Response.ok(keys.published())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
