package org.coachbook.gateway.tokens;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Tokens that must not pass, and one that must, made around a real key. */
final class Forgeries {
    private final SigningKey real;
    private final String subject;

    Forgeries(SigningKey real, String subject) {
        this.real = real;
        this.subject = subject;
    }

    /** Made as the gateway makes them: shows that the others fail for their fault alone. */
    String honest() throws JoseException {
        return signed(claims());
    }

    /** By name of the fault. */
    Map<String, String> all() throws JoseException {
        RsaJsonWebKey foreign = RsaJwkGenerator.generateJwk(2048);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", with(AlgorithmIdentifiers.NONE, null, Map.of(), real.kid()));
        byte[] publicKey = real.pair().getPublicKey().getEncoded();
        tokens.put("HS256 with the public key", with("HS256", new HmacKey(publicKey), Map.of(), real.kid()));
        byte[] pem =
                real.pair().toJson(RsaJsonWebKey.OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
        tokens.put("HS256 with the published key", with("HS256", new HmacKey(pem), Map.of(), real.kid()));
        tokens.put("foreign key, our kid", with("RS256", foreign.getPrivateKey(), Map.of(), real.kid()));
        tokens.put("foreign kid", with("RS256", foreign.getPrivateKey(), Map.of(), "foreign"));
        Map<String, Object> embedded = Map.of("jwk", foreign.toParams(RsaJsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        tokens.put("embedded jwk", with("RS256", foreign.getPrivateKey(), embedded, real.kid()));
        tokens.put("RS512", with("RS512", real.pair().getPrivateKey(), Map.of(), real.kid()));
        tokens.put("expired", changed("exp", Instant.now().getEpochSecond() - 60));
        tokens.put("without expiry", changed("exp", null));
        tokens.put("not valid yet", changed("nbf", Instant.now().getEpochSecond() + 60));
        tokens.put("wrong issuer", changed("iss", "https://coachbook.example"));
        tokens.put("wrong audience", changed("aud", "coachbook-booking"));
        tokens.put("without subject", changed("sub", null));
        tokens.put("8 KiB", changed("padding", "x".repeat(8 * 1024)));
        tokens.put("changed payload", honest().replaceFirst("\\.[^.]{4}", ".eyJh"));
        return tokens;
    }

    private String changed(String claim, @Nullable Object value) throws JoseException {
        JwtClaims claims = claims();
        if (value == null) {
            claims.unsetClaim(claim);
        } else {
            claims.setClaim(claim, value);
        }
        return signed(claims);
    }

    private String signed(JwtClaims claims) throws JoseException {
        return compact(claims, "RS256", real.pair().getPrivateKey(), Map.of(), real.kid());
    }

    private String with(String algorithm, @Nullable Key key, Map<String, Object> headers, String kid)
            throws JoseException {
        return compact(claims(), algorithm, key, headers, kid);
    }

    private static String compact(
            JwtClaims claims, String algorithm, @Nullable Key key, Map<String, Object> headers, String kid)
            throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(kid);
        headers.forEach(signature.getHeaders()::setObjectHeaderValue);
        if (key != null) {
            signature.setKey(key);
        }
        return signature.getCompactSerialization();
    }

    private JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://coachbook.org");
        claims.setAudience("coachbook");
        claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.now());
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 300));
        claims.setStringListClaim("roles", "client");
        return claims;
    }
}
