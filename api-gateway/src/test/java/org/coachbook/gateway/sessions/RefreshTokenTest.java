package org.coachbook.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
    @Test
    void a_token_survives_its_text() {
        RefreshToken token = RefreshToken.first();
        assertThat(RefreshToken.parse(token.text())).hasValue(token);
        assertThat(RefreshToken.parse(token.successor(RefreshToken.newSalt()).text()))
                .isPresent();
    }

    @Test
    void the_successor_depends_on_the_token_and_on_the_salt() {
        RefreshToken token = RefreshToken.first();
        String salt = RefreshToken.newSalt();
        assertThat(token.successor(salt)).isEqualTo(token.successor(salt)).isNotEqualTo(token.successor("other"));
        assertThat(new RefreshToken(token.family(), "other").successor(salt)).isNotEqualTo(token.successor(salt));
    }

    @Test
    void tokens_do_not_repeat_and_do_not_show_themselves() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(RefreshToken.first().text());
        }
        assertThat(seen).hasSize(1_000);
        RefreshToken token = RefreshToken.first();
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(token.hash()).doesNotContain(token.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "abc", "{\"$gt\":\"\"}", "aaaaaaaaaaaaaaaaaaaaaa.short", "a.b.c"})
    void anything_else_is_no_token(String text) {
        assertThat(RefreshToken.parse(text)).isEmpty();
    }
}
