package org.coachbook.gateway.page;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page's address and what it pays with. */
@Singleton
public class PageConfig {
    private final PublicAddress address;
    private final URI stripeApi;
    private final String publishableKey;

    PageConfig(
            @ConfigProperty(name = "coachbook.public-url") String publicUrl,
            @ConfigProperty(name = "coachbook.stripe.api-url") URI stripeApi,
            @ConfigProperty(name = "coachbook.stripe.publishable-key") String publishableKey) {
        this.address = PublicAddress.of(publicUrl);
        this.stripeApi = stripeApi;
        this.publishableKey = publishableKey;
    }

    /** The Stripe API as the browser reaches it. */
    public URI stripeApi() {
        return stripeApi;
    }

    /** Stripe's publishable key, which is no secret. */
    public String publishableKey() {
        return publishableKey;
    }

    @Produces
    @Singleton
    PublicAddress address() {
        return address;
    }
}
