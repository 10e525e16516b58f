package org.coachbook.pricing.signing;

import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.pricing.Quote;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Hides from the client how a quote is divided between platform and coach: a compact JWE (RFC 7516), {@code dir} and
 * {@code A256GCM}, under a key that pricing-service and booking-service share.
 */
final class ShareEncryption {
    private static final int KEY_BYTES = 32;
    /** Longer than any share: a length that varied would tell how many digits the figures have. */
    private static final String PADDED = "%-192s";

    private record Share(String quoteId, long platformFee, long payout) {}

    private final SecretKey key;

    private ShareEncryption(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * @param base64 value of {@code coachbook.quotes.share-key}
     * @throws IllegalStateException when there is none, or it is not 32 bytes in Base64
     */
    static ShareEncryption with(Optional<String> base64) {
        return base64.flatMap(ShareEncryption::decoded)
                .map(ShareEncryption::new)
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

    /** Platform fee and payout of this quote, with its id, so that they cannot pass for another quote's. */
    String encrypt(Quote quote) {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        encryption.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        Share share = new Share(quote.id(), quote.platformFee(), quote.payout());
        encryption.setPayload(PADDED.formatted(MessageJson.write(share)));
        encryption.setKey(key);
        try {
            return encryption.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A quote's share could not be encrypted", e);
        }
    }
}
