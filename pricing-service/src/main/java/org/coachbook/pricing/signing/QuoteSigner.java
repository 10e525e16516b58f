package org.coachbook.pricing.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.pricing.Quote;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Makes a quote binding: a compact JWS (RFC 7515), RS256, type {@code quote+jwt}. */
@ApplicationScoped
public class QuoteSigner {
    private static final String ISSUER = "coachbook-pricing";
    private static final String AUDIENCE = "coachbook-booking";

    private record Claims(String iss, String aud, @Nullable String sub, String jti, long iat, long exp, Quote quote) {}

    private final QuoteKeys keys;

    QuoteSigner(QuoteKeys keys) {
        this.keys = keys;
    }

    /** The token; claim {@code quote} is the quote itself, {@code sub} is absent for visitors who are not signed in. */
    public String sign(Quote quote, Instant issuedAt) {
        KeyPairs.Usable key = keys.signing();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.keyId());
        signature.setHeader("typ", "quote+jwt");
        signature.setPayload(MessageJson.write(claims(quote, issuedAt)));
        signature.setKey(key.key());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A quote could not be signed", e);
        }
    }

    private static Claims claims(Quote quote, Instant issuedAt) {
        return new Claims(
                ISSUER,
                AUDIENCE,
                quote.clientId(),
                quote.id(),
                issuedAt.getEpochSecond(),
                quote.expiresAt().getEpochSecond(),
                quote);
    }
}
