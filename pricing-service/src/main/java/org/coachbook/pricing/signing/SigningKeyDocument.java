package org.coachbook.pricing.signing;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A key pair as it is stored.
 *
 * @param generation counts up; of two replicas that make the next one, one is refused
 * @param publicKey JSON Web Key
 * @param privateKey JSON Web Key, encrypted
 */
public record SigningKeyDocument(
        @BsonId long generation, String keyId, Instant usedFrom, String publicKey, String privateKey)
        implements KeyRotation.Dated {}
