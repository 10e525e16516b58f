package org.coachbook.chassis.identity;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The issuer's published key set: fetched when first needed, again on an unknown key id at most every 30 s. */
@Singleton
public class PublishedKeys {
    private static final long REFETCH_AT_MOST_EVERY_MILLIS = 30_000;

    private final HttpsJwks keySet;

    PublishedKeys(@ConfigProperty(name = "coachbook.identity.jwks-url") String url) {
        this.keySet = new HttpsJwks(url);
        Get get = new Get();
        get.setConnectTimeout(1_000);
        get.setReadTimeout(2_000);
        get.setRetries(0);
        keySet.setSimpleHttpGet(get);
        keySet.setDefaultCacheDuration(600);
        keySet.setRetainCacheOnErrorDuration(3_600);
        keySet.setRefreshReprieveThreshold(REFETCH_AT_MOST_EVERY_MILLIS);
    }

    @Produces
    @DefaultBean
    @Singleton
    VerificationKeyResolver resolver() {
        return new HttpsJwksVerificationKeyResolver(keySet);
    }

    /** Whether keys could be had at least once, or can be now. */
    boolean available() {
        try {
            return !keySet.getJsonWebKeys().isEmpty();
        } catch (org.jose4j.lang.JoseException | IOException e) {
            return false;
        }
    }

    /** Whether a verification failed because the key set could not be fetched. */
    static boolean unreachable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }
}
