package org.coachbook.pricing.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.coachbook.chassis.identity.SignatureProvider;
import org.coachbook.chassis.messaging.MessageJson;

/**
 * Makes compact JWS (RFC 7515 §7.1) signed by ES256 (RFC 7518 §3.4). A library does the same at twice the CPU, as it
 * converts the key for each signature and encodes byte by byte; readers use the library (ADR 0016).
 */
final class CompactJws {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final Optional<Provider> PROVIDER = Optional.ofNullable(
                    SignatureProvider.context().getSuppliedKeyProviderContext().getSignatureProvider())
            .map(Security::getProvider);

    private record Header(String alg, String kid, String typ) {}

    private CompactJws() {}

    /** The key in the form of the provider that will sign with it, so that it is converted once. */
    static PrivateKey prepared(PrivateKey key) {
        try {
            KeyFactory keys =
                    PROVIDER.isPresent() ? KeyFactory.getInstance("EC", PROVIDER.get()) : KeyFactory.getInstance("EC");
            return (PrivateKey) keys.translateKey(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Elliptic curves are not to be had", e);
        }
    }

    /**
     * @param type media type of the payload, without {@code application/}
     * @param payload JSON
     */
    static String of(String type, String payload, KeyPairs.Usable key) {
        String header = MessageJson.write(new Header("ES256", key.keyId(), type));
        String input = encoded(header.getBytes(UTF_8)) + '.' + encoded(payload.getBytes(UTF_8));
        try {
            return input + '.' + encoded(signature(input.getBytes(US_ASCII), key.key()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A quote could not be signed", e);
        }
    }

    private static byte[] signature(byte[] input, PrivateKey key) throws GeneralSecurityException {
        String algorithm = "SHA256withECDSAinP1363Format";
        Signature signature = PROVIDER.isPresent()
                ? Signature.getInstance(algorithm, PROVIDER.get())
                : Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
    }

    private static String encoded(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}
