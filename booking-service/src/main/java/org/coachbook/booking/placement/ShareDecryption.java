package org.coachbook.booking.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.coachbook.contracts.pricing.Quote;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a quote says to booking-service alone: platform fee and payout, a compact JWE (RFC 7516) of {@code dir}
 * and {@code A256GCM} under a key shared with pricing-service.
 */
final class ShareDecryption {
    private static final int KEY_BYTES = 32;
    private static final AlgorithmConstraints ONLY_DIRECT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
    private static final AlgorithmConstraints ONLY_A256GCM =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Share(@Nullable String quoteId, long platformFee, long payout) {}

    private final SecretKey key;

    private ShareDecryption(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * @param base64 value of {@code coachbook.quotes.share-key}
     * @throws IllegalStateException when there is none, or it is not 32 bytes in Base64
     */
    static ShareDecryption with(Optional<String> base64) {
        return base64.flatMap(ShareDecryption::decoded)
                .map(ShareDecryption::new)
                .orElseThrow(() -> new IllegalStateException(
                        "coachbook.quotes.share-key (COACHBOOK_QUOTES_SHARE_KEY) must be 32 bytes in Base64, the same"
                                + " for pricing-service and booking-service; make one by: openssl rand -base64 32"));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length == KEY_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The quote with its platform fee and payout; empty when the share is not this quote's, or not pricing's. */
    Optional<Quote> complete(Quote quote, @Nullable String share) {
        return Optional.ofNullable(share)
                .flatMap(this::decrypt)
                .filter(known -> quote.id().equals(known.quoteId()))
                .map(known -> with(quote, known));
    }

    private Optional<Share> decrypt(String jwe) {
        try {
            JsonWebEncryption encryption = new JsonWebEncryption();
            encryption.setAlgorithmConstraints(ONLY_DIRECT);
            encryption.setContentEncryptionAlgorithmConstraints(ONLY_A256GCM);
            encryption.setCompactSerialization(jwe);
            encryption.setKey(key);
            return Optional.of(JSON.readValue(encryption.getPayload(), Share.class));
        } catch (JoseException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Quote with(Quote quote, Share share) {
        return new Quote(
                quote.id(),
                quote.clientId(),
                quote.coachId(),
                quote.sessionTypeId(),
                quote.sessionTypeVersion(),
                quote.start(),
                quote.durationMinutes(),
                quote.occurrences(),
                quote.rateCardVersion(),
                quote.redeems(),
                quote.price(),
                quote.lines(),
                quote.cancellationTiers(),
                share.platformFee(),
                share.payout(),
                quote.expiresAt());
    }
}
