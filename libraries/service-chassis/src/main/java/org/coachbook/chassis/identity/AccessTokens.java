package org.coachbook.chassis.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.coachbook.chassis.http.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Verifies access tokens: RS256 only, our issuer, our audience, in date (RFC 8725). Keys come from the published set;
 * keys inside a token are never looked at.
 */
@Singleton
public class AccessTokens {
    private static final int LONGEST_TOKEN = 4096;
    private static final int SKEW_SECONDS = 5;
    private static final int MANY = 5_000;

    private record Verified(Caller caller, long expiresAtMillis) {
        boolean current() {
            return System.currentTimeMillis() < expiresAtMillis + SKEW_SECONDS * 1_000L;
        }
    }

    private final JwtConsumer consumer;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    @Inject
    public AccessTokens(
            VerificationKeyResolver keys,
            @ConfigProperty(name = "coachbook.identity.issuer") String issuer,
            @ConfigProperty(name = "coachbook.identity.audience") String audience) {
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    /**
     * The caller that a token names; empty when the token is not to be believed. The same token is not verified again
     * while it is in date, for nothing that is looked at can change by then.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when our own keys cannot be had, which says nothing about
     *     the token
     */
    public Optional<Caller> verify(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        Verified known = verified.get(token);
        if (known != null && known.current()) {
            return Optional.of(known.caller());
        }
        try {
            Verified anew = verifiedOf(consumer.processToClaims(token));
            remember(token, anew);
            return Optional.of(anew.caller());
        } catch (InvalidJwtException | MalformedClaimException e) {
            if (PublishedKeys.unreachable(e)) {
                throw Problem.tryAgain().asException();
            }
            return Optional.empty();
        }
    }

    private void remember(String token, Verified anew) {
        if (verified.size() >= MANY) {
            verified.clear();
        }
        verified.put(token, anew);
    }

    private static Verified verifiedOf(JwtClaims claims) throws MalformedClaimException {
        return new Verified(callerOf(claims), claims.getExpirationTime().getValueInMillis());
    }

    private static Caller callerOf(JwtClaims claims) throws MalformedClaimException {
        List<String> roles = claims.hasClaim("roles") ? claims.getStringListClaimValue("roles") : List.of();
        String scope = claims.hasClaim("scope") ? claims.getStringClaimValue("scope") : "";
        return new Caller(claims.getSubject(), Set.copyOf(roles), Set.copyOf(Arrays.asList(scope.split(" "))));
    }
}
