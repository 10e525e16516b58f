package org.coachbook.gateway.servicetokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The credentials of the other services; compared in a time that tells nothing. */
final class ServiceCredentials {
    private static final String NOBODY = "";

    private final Map<String, byte[]> hashes;

    private ServiceCredentials(Map<String, byte[]> hashes) {
        this.hashes = hashes;
    }

    /** Reads {@code booking-service:secret,pricing-service:other}. */
    static ServiceCredentials parse(String configured) {
        return new ServiceCredentials(Arrays.stream(configured.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split(":", 2))
                .filter(parts -> parts.length == 2 && !parts[1].isBlank())
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> hash(parts[1].strip()))));
    }

    /** Whether this is that service's credential. */
    boolean match(String service, String credential) {
        byte[] expected = hashes.getOrDefault(service, hash(NOBODY));
        return MessageDigest.isEqual(expected, hash(credential)) && hashes.containsKey(service);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
