package org.coachbook.booking.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.coachbook.chassis.identity.SignatureProvider;
import org.coachbook.contracts.pricing.Quote;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies quotes without asking anybody: ES256 by a published key that the header names, our type, issuer and
 * audience (RFC 7515, RFC 8725), and a share that opens with our key. Keys inside a token are never looked at.
 */
final class QuoteVerifier {
    private static final String TYPE = "quote+jwt";
    private static final String ISSUER = "coachbook-pricing";
    private static final String AUDIENCE = "coachbook-booking";
    private static final AlgorithmConstraints ONLY_ES256 = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Claims(
            @Nullable String iss,
            @Nullable JsonNode aud,
            @Nullable String sub,
            long exp,
            @Nullable Quote quote,
            @Nullable String share) {}

    private final VerificationKeyResolver keys;
    private final ShareDecryption shares;

    QuoteVerifier(VerificationKeyResolver keys, ShareDecryption shares) {
        this.keys = keys;
        this.shares = shares;
    }

    QuoteVerdict verify(String jws, Instant now) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setProviderContext(SignatureProvider.context());
            signature.setAlgorithmConstraints(ONLY_ES256);
            signature.setCompactSerialization(jws);
            if (!TYPE.equals(signature.getHeader("typ")) || signature.getKeyIdHeaderValue() == null) {
                return new QuoteVerdict.Invalid();
            }
            signature.setKey(keys.resolveKey(signature, List.of()));
            return signature.verifySignature()
                    ? judge(JSON.readValue(signature.getPayload(), Claims.class), now)
                    : new QuoteVerdict.Invalid();
        } catch (JoseException e) {
            return unreachable(e) ? new QuoteVerdict.Undecided() : new QuoteVerdict.Invalid();
        } catch (JsonProcessingException e) {
            return new QuoteVerdict.Invalid();
        }
    }

    /** What a quote says to everybody, believed or not; good only for telling a repeated request from another one. */
    static Optional<Quote> content(String jws) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(jws);
            String payload = signature.getUnverifiedPayload();
            return Optional.ofNullable(JSON.readValue(payload, Claims.class)).map(Claims::quote);
        } catch (JoseException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private QuoteVerdict judge(Claims claims, Instant now) {
        Quote quote = claims.quote();
        if (quote == null || !ISSUER.equals(claims.iss()) || !isForUs(claims.aud())) {
            return new QuoteVerdict.Invalid();
        }
        if (!Objects.equals(claims.sub(), quote.clientId())) {
            return new QuoteVerdict.Invalid();
        }
        return shares.complete(quote, claims.share())
                .<QuoteVerdict>map(complete -> inTime(complete, claims, now))
                .orElseGet(QuoteVerdict.Invalid::new);
    }

    private static QuoteVerdict inTime(Quote quote, Claims claims, Instant now) {
        boolean expired = !now.isBefore(Instant.ofEpochSecond(claims.exp())) || !now.isBefore(quote.expiresAt());
        return expired ? new QuoteVerdict.Expired(quote) : new QuoteVerdict.Genuine(quote);
    }

    private static boolean isForUs(@Nullable JsonNode audience) {
        if (audience == null) {
            return false;
        }
        Stream<JsonNode> all =
                audience.isArray() ? StreamSupport.stream(audience.spliterator(), false) : Stream.of(audience);
        return all.anyMatch(one -> AUDIENCE.equals(one.asText()));
    }

    private static boolean unreachable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }
}
