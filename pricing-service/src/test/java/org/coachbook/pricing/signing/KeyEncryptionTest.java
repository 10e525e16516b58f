package org.coachbook.pricing.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyEncryptionTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final KeyEncryption encryption = KeyEncryption.with(KEY);

    @Test
    void what_was_encrypted_is_decrypted_by_every_replica_with_the_same_key() {
        String stored = encryption.encrypt("secret", "k1");
        assertThat(stored).doesNotContain("secret");
        assertThat(KeyEncryption.with(KEY).decrypt(stored, "k1")).contains("secret");
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(encryption.encrypt("secret", "k1")).isNotEqualTo(encryption.encrypt("secret", "k1"));
    }

    @Test
    void another_key_another_context_or_a_changed_bit_decrypts_nothing() {
        String stored = encryption.encrypt("secret", "k1");
        byte[] changed = Base64.getDecoder().decode(stored);
        changed[changed.length - 1] ^= 1;
        assertThat(KeyEncryption.ephemeral().decrypt(stored, "k1")).isEmpty();
        assertThat(encryption.decrypt(stored, "k2")).isEmpty();
        assertThat(encryption.decrypt(Base64.getEncoder().encodeToString(changed), "k1"))
                .isEmpty();
    }

    @Test
    void a_key_of_another_length_is_refused() {
        String short16 = Base64.getEncoder().encodeToString(new byte[16]);
        assertThatThrownBy(() -> KeyEncryption.with(short16)).isInstanceOf(IllegalArgumentException.class);
    }
}
