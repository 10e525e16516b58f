package org.coachbook.gateway.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the page needs to know before anybody signs in. */
@Path("/api/config")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Page")
@RunOnVirtualThread
public class PageConfigResource {
    /**
     * Public settings.
     *
     * @param stripeApi Stripe's API, or the simulator's
     * @param stripePublishableKey Stripe's publishable key
     */
    public record PublicSettings(String stripeApi, String stripePublishableKey) {}

    private final PageConfig config;

    PageConfigResource(PageConfig config) {
        this.config = config;
    }

    /** Public settings of the page. */
    @GET
    @Public
    @Operation(summary = "Public settings of the page")
    public PublicSettings settings() {
        return new PublicSettings(config.stripeApi().toString(), config.publishableKey());
    }
}
