package org.coachbook.pricing.signing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.pricing.Quote;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes a quote binding: a compact JWS (RFC 7515), ES256, type {@code quote+jwt}. The client can read it, so platform
 * fee and payout are in it encrypted only. Without the key for that the service does not start.
 */
@Startup
@ApplicationScoped
public class QuoteSigner {
    private static final String ISSUER = "coachbook-pricing";
    private static final String AUDIENCE = "coachbook-booking";

    private record Claims(
            String iss,
            String aud,
            @Nullable String sub,
            String jti,
            long iat,
            long exp,
            @JsonIgnoreProperties({"platformFee", "payout"}) Quote quote,
            String share) {}

    private final QuoteKeys keys;
    private final ShareEncryption shares;

    QuoteSigner(QuoteKeys keys, @ConfigProperty(name = "coachbook.quotes.share-key") Optional<String> shareKey) {
        this.keys = keys;
        this.shares = ShareEncryption.with(shareKey);
    }

    /**
     * The token. Claim {@code quote} is the quote without platform fee and payout, {@code share} is these two as a JWE
     * for booking-service, {@code sub} is absent for visitors who are not signed in.
     */
    public String sign(Quote quote, Instant issuedAt) {
        return CompactJws.of("quote+jwt", MessageJson.write(claims(quote, issuedAt)), keys.signing());
    }

    private Claims claims(Quote quote, Instant issuedAt) {
        return new Claims(
                ISSUER,
                AUDIENCE,
                quote.clientId(),
                quote.id(),
                issuedAt.getEpochSecond(),
                quote.expiresAt().getEpochSecond(),
                quote,
                shares.encrypt(quote));
    }
}
