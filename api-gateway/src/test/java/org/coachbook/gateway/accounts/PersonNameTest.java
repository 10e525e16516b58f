package org.coachbook.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ada", "田中 太郎", "عمر", "김민준", "Ada 👩‍💻", "O’Neill-Łukasiewicz"})
    void a_name_is_in_any_script(String name) {
        assertThat(name.matches(PersonName.PATTERN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u200B", "a\nb", "a\u0000", "a\u0085b", "a\u2028b", "a\uD83D"})
    void what_breaks_the_line_or_cannot_be_read_is_none(String name) {
        assertThat(name.matches(PersonName.PATTERN)).isFalse();
    }

    @Test
    void a_text_as_long_as_a_body_may_be_is_refused_at_once() {
        String longest = "a".repeat(64 * 1024) + "\n";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(longest.matches(PersonName.PATTERN)).isFalse());
    }
}
