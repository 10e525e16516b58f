package org.coachbook.pricing.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Publishes the keys by which quotes are verified offline. */
@Path("/.well-known/quote-keys.json")
@Tag(name = "Quotes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QuoteKeysResource {
    private final QuoteKeys keys;

    QuoteKeysResource(QuoteKeys keys) {
        this.keys = keys;
    }

    @GET
    @Public
    @Operation(summary = "Public keys of quotes as a JSON Web Key Set (RFC 7517); fetch again on an unknown kid")
    public RestResponse<String> keys() {
        return RestResponse.ResponseBuilder.ok("{\"keys\":[" + String.join(",", keys.published()) + "]}")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
