package org.coachbook.gateway.sessions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An opaque refresh token: which session family it belongs to, and 256 secret bits.
 *
 * <p>The successor is the HMAC of the presented secret over a random salt that the family keeps for the last step only.
 * So the same presented token can be given the same successor again although neither is stored, and whoever has an old
 * token alone, or the stored family alone, can compute nothing.
 */
record RefreshToken(String family, String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");
    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    /** The first token of a new family. */
    static RefreshToken first() {
        return new RefreshToken(random(FAMILY_BYTES), random(SECRET_BYTES));
    }

    static Optional<RefreshToken> parse(String text) {
        var match = SHAPE.matcher(text);
        return match.matches() ? Optional.of(new RefreshToken(match.group(1), match.group(2))) : Optional.empty();
    }

    /** A salt for one step. */
    static String newSalt() {
        return random(SECRET_BYTES);
    }

    RefreshToken successor(String salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return new RefreshToken(family, encoded(mac.doFinal(bytes(salt))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", e);
        }
    }

    /** What is stored of it. */
    String hash() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /** The cookie's value. */
    String text() {
        return family + "." + secret;
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "RefreshToken of " + family;
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
