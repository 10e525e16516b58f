package org.coachbook.stripesimulator.objects;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Ids and secrets in Stripe's alphabet. */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private Ids() {}

    /** A prefix and 24 unpredictable letters and digits. */
    public static String next(String prefix) {
        return next(prefix, 24);
    }

    /** A prefix and so many unpredictable letters and digits. */
    public static String next(String prefix, int length) {
        byte[] random = new byte[length];
        RANDOM.nextBytes(random);
        StringBuilder id = new StringBuilder(prefix.length() + length).append(prefix);
        for (byte b : random) {
            id.append(ALPHABET.charAt((b & 0xff) % ALPHABET.length()));
        }
        return id.toString();
    }
}
