package org.coachbook.payment.stripe;

import com.stripe.StripeClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the SDK's client: the real Stripe where a secret key is configured, the local stack's simulator otherwise. */
class StripeClients {
    private static final Logger LOG = Logger.getLogger(StripeClients.class);
    private static final String STRIPE = "https://api.stripe.com";
    private static final String SIMULATOR = "http://127.0.0.1:12111";
    private static final String SIMULATOR_KEY = "sk_test_coachbook_simulator";

    /** Repeats are ours to decide, so the SDK makes none. */
    @Produces
    @Singleton
    StripeClient client(
            @ConfigProperty(name = "stripe.secret-key") Optional<String> secretKey,
            @ConfigProperty(name = "stripe.api-base") Optional<String> apiBase,
            @ConfigProperty(name = "stripe.connect-timeout", defaultValue = "PT2S") Duration connectTimeout,
            @ConfigProperty(name = "stripe.read-timeout", defaultValue = "PT10S") Duration readTimeout) {
        String base = apiBase.orElse(secretKey.isPresent() ? STRIPE : SIMULATOR);
        LOG.infof("Stripe is at %s", base);
        return StripeClient.builder()
                .setApiKey(secretKey.orElse(SIMULATOR_KEY))
                .setApiBase(base)
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                .setReadTimeout(Math.toIntExact(readTimeout.toMillis()))
                .setMaxNetworkRetries(0)
                .build();
    }
}
