package org.coachbook.pricing.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Encrypts private keys for storage. */
final class KeyEncryption {
    private final AesGcm cipher;

    private KeyEncryption(byte[] key) {
        this.cipher = new AesGcm(key);
    }

    /** @throws IllegalArgumentException when it is not 32 bytes in Base64 */
    static KeyEncryption with(String base64) {
        byte[] key = Base64.getDecoder().decode(base64);
        if (key.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("The key encryption key must be 32 bytes in Base64");
        }
        return new KeyEncryption(key);
    }

    /** With a key that nobody else has and that ends with this process. */
    static KeyEncryption ephemeral() {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new KeyEncryption(key);
    }

    /** @param context what the secret belongs to; it cannot be decrypted under another one's name */
    String encrypt(String secret, String context) {
        byte[] sealed = cipher.encrypt(secret.getBytes(UTF_8), context.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** The secret; empty when it was encrypted under another key or was tampered with. */
    Optional<String> decrypt(String stored, String context) {
        byte[] sealed = Base64.getDecoder().decode(stored);
        return cipher.decrypt(sealed, context.getBytes(UTF_8)).map(secret -> new String(secret, UTF_8));
    }
}
