package org.coachbook.stripesimulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.jspecify.annotations.Nullable;

/** The platform's two keys: the secret one may do everything, the publishable one what Stripe.js does. */
public record ApiKeys(String secret, String publishable) {
    /**
     * Whether the request carries the publishable key; false: the secret one.
     *
     * @param authorization {@code Bearer key} or {@code Basic base64(key:)}
     * @param fallback the {@code key} parameter that Stripe.js sends instead of a header
     */
    boolean isPublishable(@Nullable String authorization, @Nullable String fallback) {
        String key = authorization == null ? fallback : key(authorization);
        if (key == null || key.isEmpty()) {
            throw StripeErrors.noApiKey();
        }
        if (same(key, secret)) {
            return false;
        }
        if (same(key, publishable)) {
            return true;
        }
        throw StripeErrors.invalidApiKey(key);
    }

    private static String key(String authorization) {
        String credentials =
                authorization.substring(authorization.indexOf(' ') + 1).strip();
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return credentials;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            throw StripeErrors.noApiKey();
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
