package org.coachbook.gateway.tokens;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes access tokens: RS256, bound to our audience, five minutes. */
@Singleton
public class AccessTokenIssuer {
    private final SigningKeys keys;
    private final Clock clock;
    private final Duration life;
    private final String issuer;
    private final String audience;

    AccessTokenIssuer(
            SigningKeys keys,
            KeysConfig config,
            Clock clock,
            @ConfigProperty(name = "coachbook.identity.issuer") String issuer,
            @ConfigProperty(name = "coachbook.identity.audience") String audience) {
        this.keys = keys;
        this.clock = clock;
        this.life = config.tokenLife();
        this.issuer = issuer;
        this.audience = audience;
    }

    /** How long a token lives, in seconds. */
    public long lifeSeconds() {
        return life.toSeconds();
    }

    /** A person's token. */
    public String forUser(String userId, List<String> roles) {
        JwtClaims claims = claims(userId);
        claims.setStringListClaim("roles", roles);
        return sign(claims);
    }

    /** A service's own token: subject {@code service:<name>}, no roles, scopes separated by blanks. */
    public String forService(String name, Set<String> scopes) {
        JwtClaims claims = claims("service:" + name);
        claims.setStringListClaim("roles", List.of());
        claims.setStringClaim("scope", String.join(" ", scopes));
        return sign(claims);
    }

    private JwtClaims claims(String subject) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(life).getEpochSecond()));
        return claims;
    }

    private String sign(JwtClaims claims) {
        SigningKey key = keys.signer();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.pair().getPrivateKey());
        signature.setKeyIdHeaderValue(key.kid());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Signing with " + key.kid() + " failed", e);
        }
    }
}
