package org.coachbook.gateway.servicetokens;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.Public;
import org.coachbook.gateway.tokens.AccessTokenIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tokens by which the services call each other. */
@Path("/internal/service-token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
@RunOnVirtualThread
public class ServiceTokenResource {
    /** A service's name and its credential. */
    public record ServiceLogIn(
            @NotBlank @Size(max = 64) String service,
            @NotBlank @Size(max = 512) String credential) {}

    /** @param expiresIn seconds */
    public record ServiceToken(String accessToken, long expiresIn) {}

    private final AccessTokenIssuer tokens;
    private final ServiceCredentials credentials;

    ServiceTokenResource(
            AccessTokenIssuer tokens,
            @ConfigProperty(name = "coachbook.service-credentials") Optional<String> configured) {
        this.tokens = tokens;
        this.credentials = ServiceCredentials.parse(configured.orElse(""));
    }

    /** A token with the service's scopes; 401 for a wrong credential. */
    @POST
    @Public
    @Operation(summary = "Access token for a service")
    public ServiceToken token(@Valid @NotNull ServiceLogIn logIn) {
        if (!credentials.match(logIn.service(), logIn.credential())) {
            throw Problem.of(401, "not-signed-in", "The service or its credential is not known.")
                    .asException();
        }
        String token = tokens.forService(logIn.service(), ServiceScopes.of(logIn.service()));
        return new ServiceToken(token, tokens.lifeSeconds());
    }
}
