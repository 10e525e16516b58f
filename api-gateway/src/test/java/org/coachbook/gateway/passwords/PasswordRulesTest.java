package org.coachbook.gateway.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules(Set.of("password", "qwerty12345", "iloveyouso"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "qwerty12345",
                "QWERTY12345",
                "iloveyouso",
                "Password1234",
                "!!password!!",
                "aaaaaaaaaaaa",
                "abababababab",
                "abcdefghijkl",
                "9876543210",
                "ada.lovelace",
                "ada.lovelace@example.com",
                "Ada King Lovelace"
            })
    void what_anybody_would_guess_is_refused(String password) {
        assertThat(rules.refusal(password, "ada.lovelace@example.com", "Ada King Lovelace"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"five green umbrellas", "xK9#mPq2vL", "grüße aus basel", "passwordless sign-in is nice"})
    void anything_else_is_taken_without_rules_about_kinds_of_characters(String password) {
        assertThat(rules.refusal(password, "ada@example.com", "Ada")).isEmpty();
    }

    @Test
    void ten_to_128_characters_are_taken() {
        String pattern = "a1b2c3d4e5";
        assertThat(rules.refusal(pattern.substring(0, 9), "a@b.c", "Ada")).isPresent();
        assertThat(rules.refusal(pattern, "a@b.c", "Ada")).isEmpty();
        assertThat(rules.refusal(pattern.repeat(13).substring(0, 128), "a@b.c", "Ada"))
                .isEmpty();
        assertThat(rules.refusal(pattern.repeat(13).substring(0, 129), "a@b.c", "Ada"))
                .isPresent();
    }

    @Test
    void a_character_outside_the_basic_plane_counts_once() {
        assertThat(rules.refusal("🌂🌱🎻🐘🚲", "a@b.c", "Ada")).isPresent();
    }

    @Test
    void the_list_in_the_build_has_the_worst_of_ten_characters() {
        PasswordRules built = new PasswordRulesProducer().rules();
        assertThat(built.refusal("password123", "a@b.c", "Ada")).isPresent();
        assertThat(built.refusal("1q2w3e4r5t", "a@b.c", "Ada")).isPresent();
    }
}
