package org.coachbook.booking.placement;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * The keys that pricing-service signs quotes with: kept ten minutes, looked up again on an unknown key id. Without the
 * key that it shares with this service the service does not start.
 */
@Singleton
class QuoteKeysConfig {
    private static final int BEFORE_ALL_ELSE = 1;
    private static final long REFETCH_AT_MOST_EVERY_MILLIS = 30_000;

    @Startup(BEFORE_ALL_ELSE)
    @Produces
    @Singleton
    QuoteVerifier verifier(
            @ConfigProperty(name = "coachbook.services.pricing.url", defaultValue = "http://127.0.0.1:8083")
                    String pricing,
            @ConfigProperty(name = "coachbook.quotes.share-key") Optional<String> shareKey) {
        HttpsJwks keys = new HttpsJwks(pricing + "/.well-known/quote-keys.json");
        Get get = new Get();
        get.setConnectTimeout(1_000);
        get.setReadTimeout(2_000);
        get.setRetries(0);
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(600);
        keys.setRetainCacheOnErrorDuration(3_600);
        keys.setRefreshReprieveThreshold(REFETCH_AT_MOST_EVERY_MILLIS);
        return new QuoteVerifier(new HttpsJwksVerificationKeyResolver(keys), ShareDecryption.with(shareKey));
    }
}
