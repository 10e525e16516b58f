package org.coachbook.chassis.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final JwtConsumer consumer;

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
                .setAllowedClockSkewInSeconds(5)
                .build();
    }

    /**
     * The caller that a token names; empty when the token is not to be believed.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when our own keys cannot be had, which says nothing about
     *     the token
     */
    public Optional<Caller> verify(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            return Optional.of(callerOf(consumer.processToClaims(token)));
        } catch (InvalidJwtException e) {
            if (PublishedKeys.unreachable(e)) {
                throw Problem.tryAgain().asException();
            }
            return Optional.empty();
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static Caller callerOf(JwtClaims claims) throws MalformedClaimException {
        List<String> roles = claims.hasClaim("roles") ? claims.getStringListClaimValue("roles") : List.of();
        String scope = claims.hasClaim("scope") ? claims.getStringClaimValue("scope") : "";
        return new Caller(claims.getSubject(), Set.copyOf(roles), Set.copyOf(Arrays.asList(scope.split(" "))));
    }
}
