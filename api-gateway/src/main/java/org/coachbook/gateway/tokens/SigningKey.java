package org.coachbook.gateway.tokens;

import java.time.Instant;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * A key pair that signs access tokens.
 *
 * @param generation counts the keys from 1; the guard that two replicas do not both add one
 * @param activeFrom when it begins to sign; it is published before
 */
record SigningKey(long generation, Instant activeFrom, RsaJsonWebKey pair) {
    /** The id by which tokens name the key. */
    String kid() {
        return pair.getKeyId();
    }
}
