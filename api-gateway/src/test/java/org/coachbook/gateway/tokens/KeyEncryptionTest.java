package org.coachbook.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyEncryptionTest {
    private final KeyEncryption encryption = new KeyEncryption(key("01234567890123456789012345678901"));

    @Test
    void what_was_sealed_can_be_opened() {
        assertThat(encryption.open(encryption.seal("secret", "k1"), "k1")).isEqualTo("secret");
    }

    @Test
    void the_same_text_is_sealed_differently_each_time() {
        assertThat(encryption.seal("secret", "k1")).isNotEqualTo(encryption.seal("secret", "k1"));
    }

    @Test
    void a_seal_of_another_key_id_or_another_key_is_refused() {
        String sealed = encryption.seal("secret", "k1");
        KeyEncryption other = new KeyEncryption(key("10234567890123456789012345678901"));
        assertThatThrownBy(() -> encryption.open(sealed, "k2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(sealed, "k1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_has_32_bytes() {
        assertThatThrownBy(() -> new KeyEncryption(key("short"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
