package org.coachbook.booking.placement;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShareDecryptionTest {
    private static final String PRICING_URL = "http://127.0.0.1:1";

    @Test
    void without_a_key_of_32_bytes_the_service_does_not_start_and_says_what_to_do() {
        assertRefused(Optional.empty());
        assertRefused(Optional.of("c2hvcnQ="));
        assertRefused(Optional.of("not Base64 at all"));
    }

    private static void assertRefused(Optional<String> key) {
        assertThatThrownBy(() -> new QuoteKeysConfig().verifier(PRICING_URL, key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("COACHBOOK_QUOTES_SHARE_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }
}
