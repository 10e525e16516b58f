package org.coachbook.pricing.signing;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes key pairs on the curve P-256 for storage and reads them back. */
final class KeyPairs {
    /** A key that this process can sign with. */
    record Usable(long generation, String keyId, Instant usedFrom, PrivateKey key) implements KeyRotation.Dated {}

    private final KeyEncryption encryption;

    KeyPairs(KeyEncryption encryption) {
        this.encryption = encryption;
    }

    /** A new pair; its key id is its thumbprint (RFC 7638). */
    SigningKeyDocument make(long generation, Instant usedFrom) {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            String keyId = pair.calculateBase64urlEncodedThumbprint("SHA-256");
            pair.setKeyId(keyId);
            pair.setUse("sig");
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return new SigningKeyDocument(
                    generation,
                    keyId,
                    usedFrom,
                    pair.toJson(OutputControlLevel.PUBLIC_ONLY),
                    encryption.encrypt(pair.toJson(OutputControlLevel.INCLUDE_PRIVATE), keyId));
        } catch (JoseException e) {
            throw new IllegalStateException("Elliptic curves are not to be had", e);
        }
    }

    /** Empty when it was stored under another key encryption key. */
    Optional<Usable> open(SigningKeyDocument stored) {
        return encryption.decrypt(stored.privateKey(), stored.keyId()).map(json -> usable(stored, json));
    }

    private static Usable usable(SigningKeyDocument stored, String json) {
        try {
            PrivateKey key = CompactJws.prepared(
                    PublicJsonWebKey.Factory.newPublicJwk(json).getPrivateKey());
            return new Usable(stored.generation(), stored.keyId(), stored.usedFrom(), key);
        } catch (JoseException e) {
            throw new IllegalStateException("Stored key " + stored.keyId() + " is damaged", e);
        }
    }
}
