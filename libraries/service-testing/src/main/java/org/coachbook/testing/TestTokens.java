package org.coachbook.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs RS256 access tokens with the claims of the gateway's. */
public final class TestTokens {
    /** Issuer of every access token. */
    public static final String ISSUER = "https://coachbook.org";

    /** Audience of every access token. */
    public static final String AUDIENCE = "coachbook";

    private static final long LIFE_SECONDS = 300;
    private static final int KEY_BITS = 2048;

    private final RsaJsonWebKey key;

    private TestTokens(RsaJsonWebKey key) {
        this.key = key;
    }

    /** Tokens signed by a new key pair with a key id of its own. */
    public static TestTokens withNewKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
            key.setKeyId("test-" + UUID.randomUUID());
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            return new TestTokens(key);
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot make a key pair", e);
        }
    }

    /** Tokens that services under test accept when {@link ServiceStack} runs: its JWKS has this key. */
    public static TestTokens shared() {
        return new TestTokens(SharedStack.running().key());
    }

    static TestTokens signedBy(RsaJsonWebKey key) {
        return new TestTokens(key);
    }

    RsaJsonWebKey key() {
        return key;
    }

    /** A person's token, valid for 5 minutes from now. */
    public String user(String subject, String... roles) {
        return sign(claims(subject, Instant.now(), Map.of("roles", List.of(roles))));
    }

    /** A service's own token: subject {@code service:<name>}, scopes separated by blanks, no roles. */
    public String service(String name, String... scopes) {
        return sign(claims(
                "service:" + name, Instant.now(), Map.of("roles", List.of(), "scope", String.join(" ", scopes))));
    }

    /** A person's token whose 5 minutes began at {@code issuedAt}, for instance long ago. */
    public String userAt(Instant issuedAt, String subject, String... roles) {
        return sign(claims(subject, issuedAt, Map.of("roles", List.of(roles))));
    }

    /** A person's token with claims added or replaced, to show that wrong ones are refused. */
    public String userWith(Map<String, ?> changed, String subject, String... roles) {
        JwtClaims claims = claims(subject, Instant.now(), Map.of("roles", List.of(roles)));
        changed.forEach(claims::setClaim);
        return sign(claims);
    }

    /** The public key as a JSON Web Key Set. */
    public String jwks() {
        return "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private static JwtClaims claims(String subject, Instant issuedAt, Map<String, ?> more) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(issuedAt.getEpochSecond() + LIFE_SECONDS));
        more.forEach(claims::setClaim);
        return claims;
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }
}
