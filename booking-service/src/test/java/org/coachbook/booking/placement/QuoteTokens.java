package org.coachbook.booking.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.coachbook.contracts.pricing.Quote;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs quotes as pricing-service does, and wrongly where a test wants it so. */
public final class QuoteTokens {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** 32 bytes, as pricing-service and booking-service share them. */
    public static final String SHARE_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final EllipticCurveJsonWebKey key;

    private QuoteTokens(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    public static QuoteTokens withNewKey(String keyId) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            key.setUse("sig");
            return new QuoteTokens(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static QuoteTokens of(String privateJwk) {
        try {
            return new QuoteTokens((EllipticCurveJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(privateJwk));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String privateJwk() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    public String jwks() {
        return "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    EllipticCurveJsonWebKey key() {
        return key;
    }

    /** A genuine token. */
    public String sign(Quote quote) {
        return sign(quote, Map.of());
    }

    /** A token with claims replaced. */
    String sign(Quote quote, Map<String, Object> changed) {
        Map<String, Object> claims = claims(quote);
        claims.putAll(changed);
        return sign(claims, "ES256", key.getPrivateKey(), "quote+jwt", key.getKeyId());
    }

    static String sign(Map<String, Object> claims, String algorithm, Key key, String type, String keyId) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(keyId);
        signature.setHeader("typ", type);
        signature.setDoKeyValidation(false);
        try {
            signature.setPayload(JSON.writeValueAsString(claims));
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> claims(Quote quote) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", "coachbook-pricing");
        claims.put("aud", "coachbook-booking");
        claims.put("sub", quote.clientId());
        claims.put("jti", quote.id());
        claims.put("exp", quote.expiresAt().getEpochSecond());
        claims.put("iat", Instant.EPOCH.getEpochSecond());
        claims.put("quote", withoutShare(quote));
        claims.put("share", share(quote, SHARE_KEY));
        return claims;
    }

    private static Map<String, Object> withoutShare(Quote quote) {
        Map<String, Object> fields = JSON.convertValue(quote, new TypeReference<>() {});
        fields.keySet().removeAll(List.of("platformFee", "payout"));
        return fields;
    }

    /** The share of this quote as only holders of the key can make it. */
    static String share(Quote quote, String base64Key) {
        return share(
                Map.of("quoteId", quote.id(), "platformFee", quote.platformFee(), "payout", quote.payout()), base64Key);
    }

    static String share(Map<String, Object> content, String base64Key) {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue("dir");
        encryption.setEncryptionMethodHeaderParameter("A256GCM");
        encryption.setKey(new SecretKeySpec(Base64.getDecoder().decode(base64Key), "AES"));
        try {
            encryption.setPayload(JSON.writeValueAsString(content));
            return encryption.getCompactSerialization();
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
