package org.coachbook.pricing.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.pricing.Quote;

/**
 * Hides from the client how a quote is divided between platform and coach: a compact JWE (RFC 7516), {@code dir} and
 * {@code A256GCM}, under a key that pricing-service and booking-service share. Put together here for the reason that
 * {@link CompactJws} gives; booking-service reads it with the library.
 */
final class ShareEncryption {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64URL.encodeToString("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}".getBytes(US_ASCII));
    /** Longer than any share: a length that varied would tell how many digits the figures have. */
    private static final String PADDED = "%-192s";

    private record Share(String quoteId, long platformFee, long payout) {}

    private final AesGcm cipher;

    private ShareEncryption(byte[] key) {
        this.cipher = new AesGcm(key);
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
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length == AesGcm.KEY_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Platform fee and payout of this quote, with its id, so that they cannot pass for another quote's. */
    String encrypt(Quote quote) {
        Share share = new Share(quote.id(), quote.platformFee(), quote.payout());
        byte[] plaintext = PADDED.formatted(MessageJson.write(share)).getBytes(UTF_8);
        byte[] sealed = cipher.encrypt(plaintext, HEADER.getBytes(US_ASCII));
        int tag = sealed.length - AesGcm.TAG_BYTES;
        return HEADER
                + ".."
                + encoded(sealed, 0, AesGcm.NONCE_BYTES)
                + '.'
                + encoded(sealed, AesGcm.NONCE_BYTES, tag)
                + '.'
                + encoded(sealed, tag, sealed.length);
    }

    private static String encoded(byte[] bytes, int from, int to) {
        return BASE64URL.encodeToString(Arrays.copyOfRange(bytes, from, to));
    }
}
